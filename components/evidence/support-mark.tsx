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
  return <SupportDots filled={countDots(marked)} words={words} />;
}

interface SupportDotsProps {
  filled: number;
  /** What they mean, read aloud and shown on pointing. Left out where words beside them say it. */
  words?: string;
}

/**
 * Three dots: 3 filled for independently confirmed, 2 for publishers that agree, 1 for one source, 0 for weak evidence.
 * A page has many, so their shape is in the style sheet.
 */
export function SupportDots({ filled, words }: SupportDotsProps) {
  const dots = (
    <>
      <circle />
      <circle />
      <circle />
    </>
  );
  return words === undefined ? (
    <svg aria-hidden="true" data-filled={filled}>
      {dots}
    </svg>
  ) : (
    <svg role="img" data-filled={filled}>
      <title>{words}</title>
      {dots}
    </svg>
  );
}
