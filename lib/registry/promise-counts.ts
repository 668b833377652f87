import { termsOf } from "../catalogue/vocabularies";
import { countPromises, type PromiseCounts, promisesOf } from "./promises";
import type { EvidenceIndex, Registry } from "./registry";

/** The promises made of the zones of a province. */
export interface ProvincePromises {
  /** Null: the zones whose province is unknown. */
  readonly province: string | null;
  readonly counts: PromiseCounts;
  readonly total: number;
  /** Slugs of the zones of which anything was promised. */
  readonly zones: readonly string[];
}

/** Promises by what became of them: for each province of which any is known, in the catalogue's order, and over all. */
export function promisesByProvince(
  index: EvidenceIndex,
  { zones, ...moment }: Registry,
): {
  readonly provinces: readonly ProvincePromises[];
  readonly all: Omit<ProvincePromises, "province">;
} {
  const made = zones.map(({ slug, values }) => ({
    slug,
    province: values.province,
    targets: promisesOf(index, slug, moment),
  }));
  const countOf = (some: typeof made) => {
    const promised = some.filter(({ targets }) => targets.length > 0);
    const counts = countPromises(promised.flatMap(({ targets }) => targets));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { counts, total, zones: promised.map(({ slug }) => slug) };
  };
  const provinces = [...termsOf("province").map(({ value }) => value), null].flatMap((province) => {
    const counted = countOf(made.filter((zone) => zone.province === province));
    return counted.total === 0 ? [] : [{ province, ...counted }];
  });
  return { provinces, all: countOf(made) };
}
