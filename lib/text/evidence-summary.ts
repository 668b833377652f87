import { type Origin, SOURCE_KINDS, type SourceKind } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { type Evidence, listClaims, type Resolution } from "@/lib/evidence/resolve";
import type { EvidenceView } from "../evidence/zone-view";
import { formatDay } from "./format-date";
import { joinWords } from "./missing-for";

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

/** Every claim on some fields: shown or rival, retracted ones aside. */
export function evidenceOn(fields: Readonly<Record<string, Resolution>>): readonly Evidence[] {
  return Object.values(fields).flatMap((field) => listClaims(field));
}

/** Every claim that stands on the page of a zone, its firms' included. */
export function listEvidence(zone: ZoneRecord): readonly Evidence[] {
  return [zone, ...zone.tenancies].flatMap(({ fields }) => evidenceOn(fields));
}

/** How many claims from how many sources, and by whom: "110 claims from 42 sources: 88 official, 16 inferred". */
export function evidenceWords(evidence: readonly Evidence[]): string {
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

/** The latest day on which any of the sources behind some claims was read, and the kinds of source read on it, in a fixed order. */
export function lastChecked(
  evidence: readonly Evidence[],
  known: EvidenceView["sources"],
): { readonly day: string; readonly kinds: readonly string[] } | null {
  const sources = [...new Set(evidence.map(({ claim }) => claim.sourceId))]
    .map((id) => known.get(id))
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

/** When the sources behind some claims were last looked at, in a sentence. */
export function checkedWords(
  evidence: readonly Evidence[],
  sources: EvidenceView["sources"],
): string {
  const checked = lastChecked(evidence, sources);
  return checked
    ? `Last checked ${formatDay(checked.day)}, in ${joinWords(checked.kinds)}.`
    : "When its sources were last checked is unknown.";
}

/** A kind of source in a few words, as in "last told of by news". */
export function kindWords(kind: SourceKind): string {
  return KIND_WORDS[kind];
}
