import { StatusMark } from "@/components/evidence/status-mark";
import type { LinkedCount } from "@/components/features/overview/count-lines";
import { getStep } from "@/lib/catalogue/vocabularies";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";

/** Props of what the announced zones are. */
export interface MakeUpProps {
  rows: readonly RankedRow[];
  /** Evidenced and candidates. */
  parts: readonly LinkedCount[];
  /** Where all of them are. */
  allHref: string;
}

/** Every zone as its mark, the furthest first and the candidates last; and the sum that gives their number. */
export function Composition({ rows, parts, allHref }: MakeUpProps) {
  const place = ({ values }: RankedRow) =>
    (isCandidate(values) ? -100 : 0) +
    (getStep("status", values.status) ?? (values.status ? -1 : -2));
  const marked = [...rows].sort((a, b) => place(b) - place(a) || a.order - b.order);
  return (
    <>
      <p aria-hidden="true" className="mb-3 grid max-w-80 grid-cols-11 gap-y-1.5">
        {marked.map(({ slug, values }) => (
          <StatusMark key={slug} status={values.status} candidate={isCandidate(values)} size={19} />
        ))}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        {parts.map(({ key, label, count, href }, i) => (
          <span key={key} className="whitespace-nowrap">
            {i === 0 ? null : <span className="mr-2 text-ink-3">+</span>}
            <a
              href={href}
              className="figure text-21 text-accent underline decoration-accent-line decoration-1 underline-offset-4"
            >
              {count}
              <span className="sr-only"> {label}</span>
            </a>{" "}
            <span aria-hidden="true" className="text-12 text-ink-2">
              {label}
            </span>
          </span>
        ))}
        <span className="whitespace-nowrap">
          <span className="mr-2 text-ink-3">=</span>
          <a
            href={allHref}
            className="figure text-21 text-accent underline decoration-accent-line decoration-1 underline-offset-4"
          >
            {rows.length}
            <span className="sr-only"> zones in all</span>
          </a>
        </span>
      </p>
    </>
  );
}
