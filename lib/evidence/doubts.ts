import { DISTRICTS } from "../catalogue/districts";
import { TRANSLATED_NAMES, type ZoneValues } from "../catalogue/fields";
import { isInside, PROVINCE_BOXES } from "../catalogue/territory";
import type { VocabularyValue } from "../catalogue/vocabularies";
import { editDistance } from "../query/edit-distance";
import { type Day, firstDay, isPartialDate } from "../time/day";
import type { Claim } from "./ledger-records";
import { hasOtherValue } from "./repeated-facts";
import { foldText } from "./value-equality";
import { listOtherZoneNames } from "./zone-name";

type Province = VocabularyValue<"province">;

/** What the registry knows against a claim. The analyst confirms the claim, and another person checks it. */
export type Doubt =
  /** The location is outside the box around the province. */
  | { readonly kind: "outside-province" }
  /** The district is in another province. */
  | { readonly kind: "other-province"; readonly district: string; readonly province: Province }
  /** No district has this name; `nearest` is null where none of the province is near. */
  | { readonly kind: "no-district"; readonly district: string; readonly nearest: string | null }
  /** The same source says something else of the same day in another claim of the save. */
  | { readonly kind: "two-values" }
  /** Another zone or a firm has the name. */
  | { readonly kind: "name"; readonly name: string; readonly owner: string };

/** Finds who has a name, apart from one zone; null: nobody. */
export type FindOwner = (name: string, apart: string) => string | null;

/**
 * The doubts about a new claim.
 * @param shown the zone's displayed values, with those of the other claims of the same write
 * @param shownOn the day from which the displayed value of the field counts; null: it is unknown. An earlier district or place
 * is about another time
 * @param claims those of the same write
 */
export function listDoubts(
  claim: DoubtedClaim,
  shown: ZoneValues,
  shownOn: Day | null,
  findOwner: FindOwner,
  claims: readonly DoubtedClaim[],
): readonly Doubt[] {
  const twice: Doubt[] = hasOtherValue(claim, claims) ? [{ kind: "two-values" }] : [];
  return [...twice, ...listKnownAgainst(claim, shown, shownOn, findOwner)];
}

type DoubtedClaim = Pick<
  Claim,
  "zone" | "tenancy" | "field" | "value" | "asOf" | "sourceId" | "decline"
>;

function listKnownAgainst(
  { zone, tenancy, field, value, asOf }: DoubtedClaim,
  shown: ZoneValues,
  shownOn: Day | null,
  findOwner: FindOwner,
): readonly Doubt[] {
  if (tenancy !== null || value === null) return [];
  if (field === "name" || field === "aliases" || TRANSLATED_NAMES.some((one) => one === field)) {
    return [value].flat().flatMap((name): Doubt[] => {
      const owner = typeof name === "string" ? findOwner(name, zone) : null;
      return owner === null ? [] : [{ kind: "name", name: String(name), owner }];
    });
  }
  const day = asOf !== null && isPartialDate(asOf) ? firstDay(asOf) : null;
  if (day !== null && shownOn !== null && day < shownOn) return [];
  const { location, province, district } = { ...shown, [field]: value } as ZoneValues;
  switch (field) {
    case "location":
      return listOutside(location, province);
    case "district":
      return listWrongDistricts(district, province);
    case "province":
      return [...listOutside(location, province), ...listWrongDistricts(district, province)];
    default:
      return [];
  }
}

function listOutside(location: ZoneValues["location"], province: Province | null): Doubt[] {
  return location === null || province === null || isInside(PROVINCE_BOXES[province], location)
    ? []
    : [{ kind: "outside-province" }];
}

const KNOWN = DISTRICTS.flatMap(({ province, names }) =>
  names.map((name) => ({ province, name, letters: foldLetters(name) })),
);
/** Shorter names are not compared by their letters: two of them are near by chance. */
const LEAST_LETTERS = 5;

/** A district may be written in another way, and have its town or its earlier district in brackets. */
function listWrongDistricts(typed: string | null, province: Province | null): Doubt[] {
  if (typed === null) return [];
  const district = typed.replace(/\s*\(.*\)\s*$/, "").trim();
  const letters = foldLetters(district.replace(/\b(?:district|city|division)\b/gi, ""));
  const same = KNOWN.filter((one) => one.letters === letters);
  if (same.some((one) => province === null || one.province === province)) return [];
  const [elsewhere] = same;
  if (elsewhere) return [{ kind: "other-province", district, province: elsewhere.province }];
  const own = KNOWN.filter((one) => province === null || one.province === province);
  const distances = own.map((one) => ({ ...one, edits: editDistance(letters, one.letters, 3) }));
  const [near] = distances.sort((a, b) => a.edits - b.edits);
  const reach = letters.length < LEAST_LETTERS ? 0 : letters.length < 8 ? 1 : 2;
  if (near && near.edits <= reach) return [];
  const nearest = near && near.edits <= 3 ? near.name : null;
  return [{ kind: "no-district", district, nearest }];
}

/** The letters of a name alone, in lower case and without accents. */
function foldLetters(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Prepares the names of zones, with their other names, and of firms. */
export function prepareOwners(
  zones: Iterable<{
    readonly slug: string;
    readonly values: Pick<ZoneValues, "name" | "aliases" | "nameUr" | "nameZh">;
  }>,
  firms: Iterable<string>,
): FindOwner {
  const owners = new Map<string, { readonly slug: string | null; readonly name: string }[]>();
  const add = (name: string, slug: string | null, owner: string) => {
    const key = foldOwned(name);
    owners.set(key, [...(owners.get(key) ?? []), { slug, name: owner }]);
  };
  for (const { slug, values } of zones) {
    const name = values.name ?? slug;
    for (const one of [name, ...listOtherZoneNames(values)]) add(one, slug, name);
  }
  for (const firm of firms) add(firm, null, firm);
  return (name, apart) =>
    owners.get(foldOwned(name))?.find(({ slug }) => slug !== apart)?.name ?? null;
}

/** A name without case, punctuation and the words for a zone at its end. */
function foldOwned(name: string): string {
  const folded = foldText(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, " "));
  return folded.replace(/(?: (?:special )?economic zone| sole enterprise| sez)+$/, "");
}
