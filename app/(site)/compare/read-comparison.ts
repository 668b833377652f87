import {
  loadQueryResult,
  type QueryData,
  type SearchParams,
  toPairs,
} from "@/app/(site)/load-query";
import { SHOWN_FIELDS, type ShownFields } from "@/components/features/compare/comparison-table";
import { parseSelection, type Selection } from "@/components/features/compare/selection";
import type { PickableZone } from "@/components/features/compare/zone-picker";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortDistrict, shortenZoneName } from "@/lib/evidence/zone-name";
import { momentPairs } from "@/lib/query/moment-params";
import type { ParamIssue } from "@/lib/query/param-issues";
import { limitParams } from "@/lib/query/param-limits";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import type { Locale } from "@/lib/text/locales";
import type { Text } from "@/lib/text/text";

/** The page's path. */
export const COMPARE_PATH = "/compare";

/** The request of a comparison. */
export interface ComparisonRequest {
  readonly data: QueryData;
  /** The parameter `zones` as it was given. */
  readonly zonesParam: string;
  readonly selection: Selection;
  readonly shown: ShownFields;
  /** The short name of any zone on record, also of one that the register does not have on that day. */
  readonly getName: (slug: string) => string;
  /** The address of a comparison at the same moment and under the same weights. */
  readonly hrefOf: (zonesParam: string, shown?: ShownFields) => string;
  /** The parameters of the address without the moment. */
  readonly otherParams: readonly (readonly [string, string])[];
}

/**
 * Reads the address of a comparison. Unknown zones are no error: the page compares the others and says so.
 * The other parameters are read as on every page.
 */
export async function readComparison(
  params: SearchParams,
  locale?: Locale,
): Promise<
  ComparisonRequest | { readonly problems: readonly ParamIssue[]; readonly search: string }
> {
  const { zones, ...rest } = params;
  const search = toSearch(toPairs(params));
  const zonesParam = [zones ?? []].flat().join(",");
  const { problems } = limitParams([["zones", zonesParam]]);
  if (problems.length > 0) return { problems, search };
  const answer = await loadQueryResult(rest, ["show"], locale);
  if ("problems" in answer) return { ...answer, search };
  const { data } = answer;
  const names = listNames(data.view);
  const wanted = data.own.find(([name]) => name === "show")?.[1];
  const shown = SHOWN_FIELDS.find((value) => value === wanted) ?? "all";
  const { weights, asOf, knownOn } = data.query;
  const weighted = writeQuery({ ...DEFAULT_QUERY, weights });
  const moment = momentPairs({ asOf, knownOn });
  const showing = (value: ShownFields): [string, string][] =>
    value === "all" ? [] : [["show", value]];
  return {
    data,
    zonesParam,
    selection: parseSelection(
      zonesParam,
      [...names].map(([slug, name]) => ({ slug, name })),
    ),
    shown,
    getName: (slug) => names.get(slug) ?? slug,
    hrefOf: (to, value = shown) =>
      COMPARE_PATH +
      toSearch([
        ...(to === "" ? [] : [["zones", to] as const]),
        ...weighted,
        ...showing(value),
        ...moment,
      ]),
    otherParams: [
      ...(zonesParam === "" ? [] : [["zones", zonesParam] as const]),
      ...weighted,
      ...showing(shown),
    ],
  };
}

/** The short name of every zone on record: that of the register on that day, else the first claimed. */
function listNames({ facts, registry, evidence }: RegistryView): ReadonlyMap<string, string> {
  const held = new Map(registry.zones.map(({ slug, values }) => [slug, values.name]));
  return new Map(
    facts.zones.map(({ slug }) => {
      const claimed = evidence.get(slug)?.get("name")?.[0]?.claim.value;
      return [
        slug,
        shortenZoneName(held.get(slug) ?? (typeof claimed === "string" ? claimed : slug)),
      ];
    }),
  );
}

/**
 * The zones that can be added to the comparison, by name.
 * @param selected slugs of the zones that it has
 */
export function listPickableZones(
  { t, termLabel, list }: Text,
  zones: readonly ZoneRecord[],
  selected: readonly string[],
): PickableZone[] {
  return zones
    .filter(({ slug }) => !selected.includes(slug))
    .map(({ slug, values: { name, district, province } }) => ({
      slug,
      name: shortenZoneName(name ?? slug),
      place:
        list(
          [shortDistrict(district), province && termLabel("province", province)].filter(
            (part) => part !== null,
          ),
          "none",
        ) || t("compare.picker.placeUnknown"),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
