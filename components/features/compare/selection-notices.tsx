import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { COMPARE_LIMITS, type Suggestion } from "@/lib/query/compare";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import type { Selection, UnknownZone } from "./parse-selection";

interface SelectionNoticesProps {
  selection: Selection;
  /** Names of the zones that are not in the register on that day. */
  notYet: readonly string[];
  getName: (slug: string) => string;
  asOf: Day;
  /** The address with an unknown zone replaced by the nearest. */
  fixHref: (unknown: UnknownZone) => string;
}

/** Which zones could not be compared, why, and what to do. */
export function SelectionNotices(props: SelectionNoticesProps) {
  const { selection, notYet, getName, asOf, fixHref } = props;
  const { t, list, number, day } = useText();
  return (
    <>
      {selection.unknown.map((unknown) => {
        const { word, near } = unknown;
        const code = (words: ReactNode) => <code>{words}</code>;
        return (
          <Notice key={word} tone="amber" className="mb-3">
            {near === null
              ? t.rich("compare.notice.unknownZone", { word, code })
              : t.rich("compare.notice.nearest", {
                  word,
                  code,
                  name: near.name,
                  link: (words) => (
                    <Link className="link" href={fixHref(unknown) as Route} prefetch={false}>
                      {words}
                    </Link>
                  ),
                })}
          </Notice>
        );
      })}
      {selection.beyond.length > 0 ? (
        <Notice tone="amber" className="mb-3">
          {t("compare.notice.tooMany", {
            most: number(COMPARE_LIMITS.max),
            names: list(selection.beyond.map(getName)),
          })}
        </Notice>
      ) : null}
      {notYet.length > 0 ? (
        <Notice className="mb-3">
          {t("compare.notice.notYet", { day: day(asOf), names: list(notYet) })}
        </Notice>
      ) : null}
    </>
  );
}

interface SuggestionsProps {
  suggestions: readonly Suggestion[];
  getName: (slug: string) => string;
  hrefOf: (slugs: readonly string[]) => string;
}

/** Sets of zones that are worth comparing, for a reader who has chosen too few. */
export function Suggestions({ suggestions, getName, hrefOf }: SuggestionsProps) {
  const { t, list } = useText();
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="suggestions" className="mt-8 max-w-[46rem]">
      <h2 id="suggestions" className="title mb-1">
        {t("compare.suggestion.title")}
      </h2>
      <ul>
        {suggestions.map(({ key, slugs }) => (
          <li key={key} className="border-line border-b py-2">
            <Link className="link font-medium" href={hrefOf(slugs) as Route} prefetch={false}>
              {t(`compare.suggestion.${key}`)}
            </Link>
            <span className="block text-12 text-ink-2">{list(slugs.map(getName))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
