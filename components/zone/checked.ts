import { type Origin, SOURCE_KINDS, type SourceKind } from "@/lib/registry/facts";
import type { ZoneRecord } from "@/lib/registry/registry";
import type { Evidence, Resolution } from "@/lib/registry/resolve";
import { joinWords } from "./missing-for";
import type { ZoneView } from "./zone-view";

const KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  government: "a government source",
  news: "news",
  research: "research",
  encyclopedia: "an encyclopedia",
  forum: "a forum",
  brief: "the issue brief",
  compiler: "the compiler's own register",
};

const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  official: "official",
  independent: "independent",
  tenant: "from firms",
  inference: "inferred",
};

/** Every claim that stands on the page of a zone, its firms' included: shown or rival, retracted ones aside. */
export function evidenceOf(zone: ZoneRecord): readonly Evidence[] {
  const of = (fields: Readonly<Record<string, Resolution>>) =>
    Object.values(fields).flatMap(({ evidence, rivals }) => [
      ...(evidence ? [evidence] : []),
      ...rivals.map((rival) => rival.evidence),
    ]);
  return [...of(zone.fields), ...zone.tenancies.flatMap((tenancy) => of(tenancy.fields))];
}

/** How many claims from how many sources, and by whom: "110 claims from 42 sources: 88 official, 16 inferred". */
export function evidenceWords(zone: ZoneRecord): string {
  const evidence = evidenceOf(zone);
  const sources = new Set(evidence.map(({ claim }) => claim.sourceId)).size;
  const origins = Object.entries(ORIGIN_WORDS)
    .map(([origin, words]) => ({
      words,
      count: evidence.filter(({ claim }) => claim.origin === origin).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ words, count }) => `${count} ${words}`);
  return `${evidence.length} ${evidence.length === 1 ? "claim" : "claims"} from ${sources} ${
    sources === 1 ? "source" : "sources"
  }: ${joinWords(origins)}.`;
}

/** The latest day on which any of a zone's sources was read, and the kinds of source read on it, in a fixed order. */
export function lastChecked(
  view: ZoneView,
): { readonly day: string; readonly kinds: readonly string[] } | null {
  const sources = [...new Set(evidenceOf(view.zone).map(({ claim }) => claim.sourceId))]
    .map((id) => view.sources.get(id))
    .filter((source) => source !== undefined);
  const day = sources.reduce<string | null>(
    (last, { accessed }) =>
      accessed !== null && (last === null || accessed > last) ? accessed : last,
    null,
  );
  if (day === null) return null;
  const kinds = new Set(sources.filter(({ accessed }) => accessed === day).map(({ kind }) => kind));
  return { day, kinds: SOURCE_KINDS.filter((kind) => kinds.has(kind)).map((k) => KIND_WORDS[k]) };
}

/** The newest claim that counts, by the day for which it holds; lasting facts are dated from the Act and seldom win. */
export function newestEvidence(zone: ZoneRecord): Evidence | null {
  const shown = Object.values(zone.fields).flatMap(({ evidence }) => evidence ?? []);
  return shown.reduce<Evidence | null>(
    (newest, evidence) =>
      newest && newest.effectiveOn >= evidence.effectiveOn ? newest : evidence,
    null,
  );
}

/** A kind of source in a few words, as in "last told of by news". */
export function kindWords(kind: SourceKind): string {
  return KIND_WORDS[kind];
}
