import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/layout/link";
import { Notice } from "@/components/ui/notice";
import { COMPARE_LIMITS, type Suggestion } from "@/lib/query/compare";
import { findNearest } from "@/lib/query/edit-distance";
import { MAX_UNKNOWN } from "@/lib/query/param-limits";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

interface NamedZone {
  readonly slug: string;
  readonly name: string;
}

/** A word in the address that is no zone's slug, and the zone with the nearest slug or name. */
interface UnknownZone {
  readonly word: string;
  /** null: no zone is near. */
  readonly near: NamedZone | null;
}

/** The zones that an address selects. */
export interface Selection {
  /** Slugs of zones on record, each once, in the given order; at most `COMPARE_LIMITS.max`. */
  readonly slugs: readonly string[];
  /** Slugs beyond those. */
  readonly beyond: readonly string[];
  /** At most `MAX_UNKNOWN` words. */
  readonly unknown: readonly UnknownZone[];
  /** The number of unknown words beyond those. */
  readonly moreUnknown: number;
}

/**
 * Parses `zones=a,b,c`. Unknown words are listed with the nearest zone and left out; the other zones
 * still count.
 * @param zones every zone on record
 */
export function parseSelection(zonesParam: string, zones: readonly NamedZone[]): Selection {
  const words = zonesParam
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const known = new Set(zones.map(({ slug }) => slug));
  const slugs = [...new Set(words.filter((word) => known.has(word)))];
  const unknown = [...new Set(words.filter((word) => !known.has(word)))];
  return {
    slugs: slugs.slice(0, COMPARE_LIMITS.max),
    beyond: slugs.slice(COMPARE_LIMITS.max),
    unknown: unknown.slice(0, MAX_UNKNOWN).map((word) => ({
      word,
      near: findNearestZone(word, zones),
    })),
    moreUnknown: Math.max(0, unknown.length - MAX_UNKNOWN),
  };
}

function findNearestZone(word: string, zones: readonly NamedZone[]): NamedZone | null {
  const bySlug = findNearest(
    word,
    zones.map(({ slug }) => slug),
  );
  if (bySlug !== null) return zones.find(({ slug }) => slug === bySlug) ?? null;
  const byName = findNearest(
    word.replaceAll("-", " "),
    zones.map(({ name }) => name),
  );
  return zones.find(({ name }) => name === byName) ?? null;
}

/** Replaces a word of the parameter; null removes it. */
export function replaceWord(zonesParam: string, word: string, by: string | null): string {
  return zonesParam
    .split(",")
    .map((one) => one.trim())
    .flatMap((one) => (one === word ? (by ?? []) : one))
    .join(",");
}

/** Moves one slug by a place to the left (-1) or right (1). */
export function moveSlug(slugs: readonly string[], at: number, by: -1 | 1): string[] {
  const next = [...slugs];
  const [slug] = next.splice(at, 1);
  if (slug !== undefined) next.splice(at + by, 0, slug);
  return next;
}

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
      {selection.moreUnknown > 0 ? (
        <Notice tone="amber" className="mb-3">
          {t("compare.notice.moreUnknown", { count: selection.moreUnknown })}
        </Notice>
      ) : null}
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
