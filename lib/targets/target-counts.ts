import { listTerms } from "../catalogue/vocabularies";
import type { EvidenceIndex, Registry } from "../evidence/registry";
import {
  countPromises,
  listTargets,
  type PromiseCounts,
  type PromiseMade,
  type TargetKey,
  type TargetPromises,
} from "./targets";

/** The promises made of the zones of a province. */
export interface ProvincePromises {
  /** Null: the zones whose province is unknown. */
  readonly province: string | null;
  readonly counts: PromiseCounts;
  readonly total: number;
  readonly anew: RenewalCounts;
  /** The soonest due first. */
  readonly open: readonly OpenPromise[];
  /** Slugs of the zones of which anything was promised. */
  readonly zones: readonly string[];
}

/** How often promises were made anew, by where that moved the due month. */
export interface RenewalCounts {
  readonly later: number;
  readonly earlier: number;
  readonly same: number;
}

/** A promise that is not due yet, and the zone of which it was made. */
export interface OpenPromise {
  readonly slug: string;
  readonly field: TargetKey;
  readonly promise: PromiseMade;
  readonly daysLeft: number;
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
    targets: listTargets(index, slug, moment),
  }));
  const countOf = (some: typeof made) => {
    const promised = some.filter(({ targets }) => targets.length > 0);
    const counts = countPromises(promised.flatMap(({ targets }) => targets));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      counts,
      total,
      anew: countRenewals(promised.flatMap(({ targets }) => targets)),
      open: promised
        .flatMap(({ slug, targets }) => targets.flatMap((target) => openOf(slug, target)))
        .sort((a, b) => a.daysLeft - b.daysLeft),
      zones: promised.map(({ slug }) => slug),
    };
  };
  const provinces = [...listTerms("province").map(({ value }) => value), null].flatMap(
    (province) => {
      const counted = countOf(made.filter((zone) => zone.province === province));
      return counted.total === 0 ? [] : [{ province, ...counted }];
    },
  );
  return { provinces, all: countOf(made) };
}

function countRenewals(targets: readonly TargetPromises[]): RenewalCounts {
  const slips = targets.flatMap(({ promises }) => promises.flatMap(({ slip }) => slip ?? []));
  return {
    later: slips.filter((slip) => slip > 0).length,
    earlier: slips.filter((slip) => slip < 0).length,
    same: slips.filter((slip) => slip === 0).length,
  };
}

function openOf(slug: string, { field, promises }: TargetPromises): OpenPromise[] {
  return promises.flatMap((promise) =>
    promise.outcome.state === "open"
      ? [{ slug, field, promise, daysLeft: promise.outcome.daysLeft }]
      : [],
  );
}
