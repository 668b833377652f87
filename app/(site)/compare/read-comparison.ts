import { type Asked, loadQueryResult } from "@/app/(site)/load-query";
import type { SearchParams } from "@/app/(site)/load-registry";
import { SHOWN_FIELDS, type ShownFields } from "@/components/features/compare/comparison-bar";
import { type Picked, readPicked } from "@/components/features/compare/read-picked";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { momentPairs } from "@/lib/query/moment-params";
import type { ParamIssue } from "@/lib/query/param-issues";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { RegistryView } from "@/lib/server/store";

/** The page's path. */
export const COMPARE_PATH = "/compare";

/** What a comparison is asked for. */
export interface ComparisonRequest {
  readonly asked: Asked;
  /** The parameter as it was given. */
  readonly zonesParam: string;
  readonly picked: Picked;
  readonly shown: ShownFields;
  /** Name of any zone on record, whether or not the register holds it on the day. */
  readonly getName: (slug: string) => string;
  /** The address of a comparison at the same moment and under the same weights. */
  readonly hrefOf: (zonesParam: string, shown?: ShownFields) => string;
  /** What the address says beside zones and moment. */
  readonly others: readonly (readonly [string, string])[];
}

/**
 * Reads the address of a comparison. The zones are read by the page's own rule, since it can go on
 * without those that it does not know; all else as everywhere.
 */
export async function readComparison(
  params: SearchParams,
): Promise<ComparisonRequest | { readonly problems: readonly ParamIssue[] }> {
  const { zones, ...rest } = params;
  const answer = await loadQueryResult(rest, ["show"]);
  if ("problems" in answer) return answer;
  const { asked } = answer;
  const names = namesOnRecord(asked.view);
  const zonesParam = [zones ?? []].flat().join(",");
  const wanted = asked.own.find(([name]) => name === "show")?.[1];
  const shown = SHOWN_FIELDS.find((value) => value === wanted) ?? "all";
  const { weights, asOf, knownOn } = asked.query;
  const weighted = writeQuery({ ...DEFAULT_QUERY, weights });
  const moment = momentPairs({ asOf, knownOn });
  const showing = (value: ShownFields): [string, string][] =>
    value === "all" ? [] : [["show", value]];
  return {
    asked,
    zonesParam,
    picked: readPicked(
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
    others: [
      ...(zonesParam === "" ? [] : [["zones", zonesParam] as const]),
      ...weighted,
      ...showing(shown),
    ],
  };
}

/** The short name of every zone on record: as the register has it on the day, else as it was first claimed. */
function namesOnRecord({ facts, registry, evidence }: RegistryView): ReadonlyMap<string, string> {
  const held = new Map(registry.zones.map(({ slug, values }) => [slug, values.name]));
  return new Map(
    facts.zones.map(({ slug }) => {
      const claimed = evidence.get(slug)?.get("name")?.[0]?.claim.value;
      return [
        slug,
        shortZoneName(held.get(slug) ?? (typeof claimed === "string" ? claimed : slug)),
      ];
    }),
  );
}
