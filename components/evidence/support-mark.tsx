import type { Support } from "@/lib/evidence/support-levels";
import { useTranslate } from "@/lib/text/use-translate";

/** How a value is supported, as its mark shows it. */
export interface MarkedSupport {
  readonly support: Support;
  readonly weak: boolean;
}

const FILLED: Readonly<Record<Support, number>> = { single: 1, corroborated: 2, independent: 3 };

/** The filled dots in the mark of a value's support. */
export function countDots({ support, weak }: MarkedSupport): number {
  return weak ? 0 : FILLED[support];
}

/** The mark of a value's support. Words say the same to a screen reader, and on pointing. */
export function SupportMark(marked: MarkedSupport) {
  const t = useTranslate();
  const words = t(marked.weak ? "common.support.weak" : `common.support.${marked.support}`);
  return (
    <span title={words}>
      <SupportDots filled={countDots(marked)} />
      <span className="sr-only">{words}</span>
    </span>
  );
}

/**
 * Three dots: 3 filled for independently confirmed, 2 for publishers that agree, 1 for one source, 0 for weak evidence.
 * A page has many, so their shape is in the style sheet.
 */
export function SupportDots({ filled }: { filled: number }) {
  return (
    <svg aria-hidden="true" className="support-dots" data-filled={filled}>
      <circle />
      <circle />
      <circle />
    </svg>
  );
}
