import { describeBand, ReadinessBand } from "@/components/charts/readiness-band";
import { StatusMark } from "@/components/evidence/status-mark";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { formatRange, formatShare } from "@/lib/text/format-number";
import { whyWords } from "@/lib/text/overview-words";
import { useText } from "@/lib/text/use-text";

/** Props of the zones with most in evidence. */
export interface LeadersProps {
  /** The highest floor first. */
  rows: readonly RankedRow[];
  /** The moment as part of an address, with the question mark. */
  search: string;
}

/** The zones with most in evidence: each band on one scale, how much of it is known, and what its place rests on. */
export function Leaders({ rows, search }: LeadersProps) {
  const text = useText();
  return (
    <ol>
      {rows.map((row) => {
        const { slug, values, readiness } = row;
        const candidate = isCandidate(values);
        return (
          <li key={slug} className="grid gap-y-0.5 py-1">
            <span className="grid min-h-6 grid-cols-[minmax(0,13rem)_minmax(0,1fr)_3.25rem_4.75rem] items-center gap-x-3 max-sm:grid-cols-[minmax(0,1fr)_3.25rem_4.75rem]">
              <span className="flex items-center gap-1.5">
                <StatusMark status={values.status} candidate={candidate} />
                <a
                  className="inline-flex min-h-6 items-center font-semibold hover:underline"
                  href={`/zones/${slug}${search}#readiness`}
                >
                  {shortZoneName(values.name ?? slug)}
                  {candidate ? <span className="sr-only">, approval not evidenced</span> : null}
                </a>
              </span>
              <ReadinessBand
                value={readiness}
                candidate={candidate}
                label=""
                height={9}
                className="max-sm:order-last max-sm:col-span-3"
              />
              {readiness === null ? null : (
                <>
                  <span className="sr-only">{describeBand(text, readiness)}</span>
                  <b aria-hidden="true" className="tabular text-right">
                    {formatRange(readiness.low, readiness.high)}
                  </b>
                  <span aria-hidden="true" className="meta text-right">
                    {formatShare(readiness.coverage)} known
                  </span>
                </>
              )}
            </span>
            <span className="text-12 text-ink-3 sm:pl-5">{whyWords(row)}</span>
          </li>
        );
      })}
    </ol>
  );
}
