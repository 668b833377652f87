import type { Route } from "next";
import Link from "next/link";
import { StatusMark } from "@/components/evidence/status-mark";
import { fieldSpec } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { isCandidate } from "@/lib/query/scope";
import { groupQuestions, listOpenQuestions } from "@/lib/readiness/open-questions";
import { formatRank, formatRankRange } from "@/lib/text/readiness-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

const MOST = 6;

/** Props of the desk's list of what to find out next. */
export interface NextQuestionsProps {
  /** The zones that are ranked. */
  rows: readonly ZoneRow[];
  asOf: Day;
}

/** The few answers that would move the ranking most, each with the way to record it. */
export function NextQuestions({ rows, asOf }: NextQuestionsProps) {
  const text = useText();
  const groups = groupQuestions(listOpenQuestions(rows, BLOCK_WEIGHTS, asOf)).slice(0, MOST);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="next-questions-title" className="mb-8">
      <h2 id="next-questions-title" className="title">
        What to find out next
      </h2>
      <p className="mt-0.5 mb-2 text-12 text-ink-2">
        The answers that would move a zone furthest in the ranking.{" "}
        <Link className="link" href={"/readiness#find-out" as Route}>
          All of them
        </Link>
      </p>
      <ul className="grid gap-x-8 md:grid-cols-2">
        {groups.map(({ slug, fields, why, place, best, worst }) => {
          const values = bySlug.get(slug)?.values;
          return (
            <li
              key={`${slug} ${fields.join(" ")}`}
              className="grid grid-cols-[14px_minmax(0,1fr)_auto] gap-x-2 border-line border-t py-2"
            >
              <StatusMark
                status={values?.status ?? null}
                candidate={values ? isCandidate(values) : false}
                className="mt-0.5"
              />
              <span className="min-w-0">
                <Link
                  href={`/admin/zones/${slug}/edit` as Route}
                  prefetch={false}
                  className="link font-medium"
                >
                  {shortZoneName(values?.name ?? slug)}
                </Link>
                <span className="block text-12 text-ink-2">
                  {fields.map((field) => fieldSpec(field).label).join(", ")}
                  <span className="text-ink-3">
                    {why === "unknown" ? ": unknown" : ": older than two years"}
                  </span>
                </span>
              </span>
              <span className="tabular text-right text-12 text-ink-2">
                <b className="text-ink">{formatRank(text, place)}</b>
                <span className="block">{formatRankRange(text, best, worst)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
