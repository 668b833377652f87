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
    <span className="whitespace-nowrap" title={words}>
      <SupportDots filled={countDots(marked)} />
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** Three dots: 3 filled for independently confirmed, 2 for publishers that agree, 1 for one source, 0 for weak evidence. */
export function SupportDots({ filled }: { filled: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 19 5"
      width={19}
      height={5}
      fill="none"
      stroke="currentColor"
      strokeWidth={0.8}
      className="inline-block max-w-none align-[1.5px]"
    >
      {[0, 1, 2].map((dot) => (
        <circle
          key={dot}
          cx={2.5 + 7 * dot}
          cy={2.5}
          r={2}
          fill={dot < filled ? "currentColor" : undefined}
        />
      ))}
    </svg>
  );
}
