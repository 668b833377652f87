import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { useText } from "@/lib/text/use-text";
import type { Day, PartialDate } from "@/lib/time/day";
import { ExampleRow } from "./example-row";

interface IntroductionProps {
  /** The government's own number of approved zones and its date; null where it is not recorded. */
  announced: { readonly value: number; readonly period: PartialDate } | null;
  /** Zones with a confirmed approval, and candidates for the rest. */
  confirmed: number;
  candidates: number;
  today: Day;
  /** The row that shows how to read one; null: none. */
  example: RankedRow | null;
}

/** Questions with the address of the view that answers each. */
export function listQuestions(today: Day) {
  const lastYear = String(Number(today.slice(0, 4)) - 1);
  return [
    { key: "power", href: `/${toSearch([["electricity", "partial,available"]])}` },
    { key: "producing", href: `/${toSearch([["standing", "running"]])}` },
    { key: "chinese", href: `/investors${toSearch([["country", "CN"]])}#firms` },
    { key: "changes", href: `/changes${toSearch([["from", `${lastYear}-12-31`]])}` },
    { key: "targets", href: "/changes#promises" },
    { key: "unknown", href: "/readiness#find-out" },
  ] as const;
}

/**
 * For a first visit: what SEZs, CPEC, the announced number and the scores are, questions that open the view with
 * the answer, and how to read a row. No script is sent for it.
 */
export function Introduction({
  announced,
  confirmed,
  candidates,
  today,
  example,
}: IntroductionProps) {
  const text = useText();
  const { t } = text;
  return (
    <>
      <div className="max-w-[80ch]">
        <p>{t("introduction.zones")}</p>
        <p>
          {announced === null
            ? t("introduction.countOnly", { confirmed, candidates })
            : t("introduction.count", {
                announced: announced.value,
                period: text.partialDate(announced.period),
                confirmed: text.number(confirmed),
                candidates,
              })}
        </p>
        <p>{t("introduction.score")}</p>
      </div>
      <nav aria-label={t("introduction.ask")}>
        <ul className="grid gap-x-6 max-[75rem]:sm:grid-cols-2">
          {listQuestions(today).map(({ key, href }) => (
            <li key={key}>
              <a
                className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
                href={href}
              >
                {t(`introduction.questions.${key}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {example === null ? null : <ExampleRow row={example} asOf={today} />}
    </>
  );
}
