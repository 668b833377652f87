import type { LinkedCount } from "@/components/evidence/count-lines";
import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import { isOwnSearch } from "@/lib/contract/changes-answer";
import { countFirmFunnel, countFirmShares, listFirmStepsFrom } from "@/lib/firms/firm-counts";
import { listPlacedFirms } from "@/lib/firms/firms";
import { UNKNOWN } from "@/lib/query/filters";
import { toSearch } from "@/lib/query/search-string";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { countKinds } from "@/lib/text/change-summary";
import type { Text } from "@/lib/text/text";

/** The moment of an address as parameters. */
type MomentPairs = readonly (readonly [string, string])[];

/** The kinds of change that are counted, in the order of display. */
const KINDS = [
  "moved-up",
  "moved-down",
  "slipped-later",
  "contradicted",
  "first-known",
  "went-silent",
] as const;

/** What changed in the year up to the selected day, over the whole register, by kind. */
export function countYearOfChanges(
  { t }: Text,
  view: RegistryView,
  moment: MomentPairs,
): readonly LinkedCount[] {
  const resolved = resolveSpan({ from: null, to: null, quarter: null }, view.registry);
  if ("problem" in resolved) return [];
  const changes = listChangesBetween(view, resolved.span);
  const news = changes.filter(({ field }) => !isOwnSearch(field));
  const counts = countKinds(news);
  return KINDS.map((kind) => ({
    key: kind,
    label: t(`changes.kind.${kind}.label`),
    count: counts[kind],
    atMost: counts[kind],
    unknown: kind === "went-silent",
    href: `/changes${toSearch([["kind", kind], ...moment])}`,
  }));
}

/** The firms named in some zones: all, those that build or produce, lately and when last reported, and where they are registered. */
export function countFirms(
  { t }: Text,
  view: RegistryView,
  slugs: ReadonlySet<string>,
  moment: MomentPairs,
): readonly LinkedCount[] {
  const firms = listPlacedFirms(view.registry.zones.filter(({ slug }) => slugs.has(slug)));
  const { steps, producing, recent } = countFirmFunnel(firms, view.asOf);
  const shares = countFirmShares(firms, "nationality");
  const countNationality = (value: string | null) =>
    shares.find((share) => share.value === value)?.firms ?? 0;
  const line = (
    key: "named" | "building" | "recent" | "producing" | "chinese" | "unknown",
    count: number,
    params: readonly (readonly [string, string])[],
  ): LinkedCount => ({
    key,
    label: t(`overview.firms.${key}`),
    count,
    atMost: count,
    unknown: key === "unknown",
    href: `/investors${toSearch([...params, ...moment])}`,
  });
  const from = (stage: string) => [["stage", listFirmStepsFrom(stage).join(",")]] as const;
  return [
    line("named", firms.length, []),
    line(
      "building",
      steps.find(({ value }) => value === "building")?.reached ?? 0,
      from("building"),
    ),
    line("recent", recent, from("producing")),
    line("producing", producing, from("producing")),
    line("chinese", countNationality("CN"), [["nationality", "CN"]]),
    line("unknown", countNationality(null), [["nationality", UNKNOWN]]),
  ];
}
