import type { LinkedCount } from "@/components/features/overview/count-lines";
import { getStep } from "@/lib/catalogue/vocabularies";
import { CHANGE_WORDS, type ChangeKind } from "@/lib/changes/change-kinds";
import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import { countFirmFunnel, countFirmShares, listFirmStepsFrom } from "@/lib/firms/firm-counts";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import { type CountLine, countLadder } from "@/lib/query/overview-counts";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import type { RegistryView } from "@/lib/server/store";
import { countKinds } from "@/lib/text/change-summary";

/** The moment of an address, as its pairs. */
export type MomentPairs = readonly (readonly [string, string])[];

/** A count with the address of the explorer that answers its question. */
export function linked(line: CountLine, colour?: string): LinkedCount {
  const { query, ...rest } = line;
  return { ...rest, href: `/${toSearch(writeQuery(query))}`, colour };
}

/** The ladder on the ground, each line with its mark; what stands beside it is amber. */
export function groundLines(
  rows: readonly RankedRow[],
  moment: Pick<Query, "asOf" | "knownOn">,
): readonly LinkedCount[] {
  return countLadder(rows, "status", moment).map((line) => ({
    ...linked(
      line,
      getStep("status", line.key) === null ? "var(--color-amber)" : "var(--color-ramp-3)",
    ),
    mark: line.unknown ? null : line.key,
  }));
}

/** What moved in a year: these, in this order, whether or not there are any. */
const MOVES: readonly ChangeKind[] = [
  "moved-up",
  "moved-down",
  "slipped-later",
  "contradicted",
  "first-known",
  "went-silent",
];

/** What changed in the year up to the day looked at, over the whole register, by kind. */
export function yearOfChanges(view: RegistryView, moment: MomentPairs): readonly LinkedCount[] {
  const compared = resolveSpan({ from: null, to: null, quarter: null }, view.registry);
  if ("problem" in compared) return [];
  const counts = countKinds(listChangesBetween(view, compared.span));
  return MOVES.map((kind) => ({
    key: kind,
    label: CHANGE_WORDS[kind].label,
    count: counts[kind],
    atMost: counts[kind],
    unknown: kind === "went-silent",
    href: `/changes${toSearch([["kind", kind], ...moment])}`,
  }));
}

/** The firms named in the zones shown: how many, how many produce, and where they are from. */
export function firmCounts(
  firms: readonly PlacedFirm[],
  view: RegistryView,
  moment: MomentPairs,
): readonly LinkedCount[] {
  const funnel = countFirmFunnel(firms, view.asOf);
  const byNation = countFirmShares(firms, "nationality");
  const ofNation = (value: string | null) =>
    byNation.find((share) => share.value === value)?.firms ?? 0;
  const reached = (value: string) =>
    funnel.steps.find((step) => step.value === value)?.reached ?? 0;
  const line = (
    key: string,
    label: string,
    count: number,
    condition: readonly (readonly [string, string])[],
    unknown = false,
  ): LinkedCount => ({
    key,
    label,
    count,
    atMost: count,
    unknown,
    href: `/investors${toSearch([...condition, ...moment])}`,
  });
  return [
    line("named", "Firms named", firms.length, []),
    line("building", "Building or beyond", reached("building"), [
      ["stage", listFirmStepsFrom("building").join(",")],
    ]),
    line("producing", "Producing or beyond", reached("producing"), [
      ["stage", listFirmStepsFrom("producing").join(",")],
    ]),
    line("chinese", "Registered in China", ofNation("CN"), [["nationality", "CN"]]),
    line("nowhere", "Nationality unknown", ofNation(null), [["nationality", "unknown"]], true),
  ];
}

/** The firms of the zones of some slugs. */
export function listFirms(view: RegistryView, slugs: ReadonlySet<string>): readonly PlacedFirm[] {
  return listPlacedFirms(view.registry.zones.filter(({ slug }) => slugs.has(slug)));
}
