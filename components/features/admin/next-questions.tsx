import type { Route } from "next";
import Link from "next/link";
import { StatusMark } from "@/components/evidence/status-mark";
import { Section } from "@/components/layout/section";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import { groupQuestions, listOpenQuestions } from "@/lib/readiness/open-questions";
import { formatRank, formatRankRange } from "@/lib/text/readiness-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

const MOST = 6;

interface NextQuestionsProps {
  /** The zones that are ranked. */
  rows: readonly ZoneRow[];
  asOf: Day;
}

/** The missing or old facts that would change the ranking most, each with a link to the form. */
export function NextQuestions({ rows, asOf }: NextQuestionsProps) {
  const text = useText();
  const groups = groupQuestions(listOpenQuestions(rows, BLOCK_WEIGHTS, asOf)).slice(0, MOST);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  if (groups.length === 0) return null;
  return (
    <Section
      id="next-questions"
      title={text.t("admin.questions.title")}
      note={text.t.rich("admin.questions.lead", {
        link: (words) => (
          <Link className="link" href={"/readiness#find-out" as Route}>
            {words}
          </Link>
        ),
      })}
      className="mb-8"
    >
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
                  {shortenZoneName(values?.name ?? slug)}
                </Link>
                <span className="block text-12 text-ink-2">
                  {text.t.rich(`admin.questions.${why}`, {
                    fields: text.list(fields.map(text.fieldLabel)),
                    why: (words) => <span className="text-ink-3">{words}</span>,
                  })}
                </span>
              </span>
              <span className="tabular text-end text-12 text-ink-2">
                {text.t.rich("admin.questions.rank", {
                  rank: formatRank(text, place),
                  b: (words) => <b className="text-ink">{words}</b>,
                })}
                <span className="block">
                  {text.t("admin.questions.range", { range: formatRankRange(text, best, worst) })}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
