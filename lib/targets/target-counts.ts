import { listTerms } from "../catalogue/vocabularies";
import type { EvidenceIndex } from "../evidence/evidence-index";
import type { Registry } from "../evidence/registry";
import {
  countTargets,
  listTargetHistories,
  type Target,
  type TargetCounts,
  type TargetHistory,
  type TargetKey,
} from "./targets";

/** The targets of the zones of a province. */
export interface ProvinceTargets {
  /** Null: the zones whose province is unknown. */
  readonly province: string | null;
  readonly counts: TargetCounts;
  readonly total: number;
  readonly renewals: RenewalCounts;
  /** Earliest due first. */
  readonly open: readonly OpenTarget[];
  /** Slugs of the zones with any target. */
  readonly zones: readonly string[];
}

/** How often targets were renewed, by where the due month moved. */
export interface RenewalCounts {
  readonly later: number;
  readonly earlier: number;
  readonly same: number;
}

/** A target of a zone that is not due yet. */
export interface OpenTarget {
  readonly slug: string;
  readonly field: TargetKey;
  readonly target: Target;
  readonly daysLeft: number;
}

/** Targets by state: for each province with any, in the catalogue's order, and over all zones. */
export function targetsByProvince(
  index: EvidenceIndex,
  { zones, ...moment }: Registry,
): {
  readonly provinces: readonly ProvinceTargets[];
  readonly all: Omit<ProvinceTargets, "province">;
} {
  const measured = zones.map(({ slug, values }) => ({
    slug,
    province: values.province,
    histories: listTargetHistories(index, slug, moment),
  }));
  const countOf = (some: typeof measured) => {
    const zonesWithTargets = some.filter(({ histories: own }) => own.length > 0);
    const counts = countTargets(zonesWithTargets.flatMap(({ histories: own }) => own));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      counts,
      total,
      renewals: countRenewals(zonesWithTargets.flatMap(({ histories: own }) => own)),
      open: zonesWithTargets
        .flatMap(({ slug, histories: own }) =>
          own.flatMap((history) => listOpenTargets(slug, history)),
        )
        .sort((a, b) => a.daysLeft - b.daysLeft),
      zones: zonesWithTargets.map(({ slug }) => slug),
    };
  };
  const provinces = [...listTerms("province").map(({ value }) => value), null].flatMap(
    (province) => {
      const counted = countOf(measured.filter((zone) => zone.province === province));
      return counted.total === 0 ? [] : [{ province, ...counted }];
    },
  );
  return { provinces, all: countOf(measured) };
}

function countRenewals(histories: readonly TargetHistory[]): RenewalCounts {
  const slips = histories.flatMap(({ targets }) => targets.flatMap(({ slip }) => slip ?? []));
  return {
    later: slips.filter((slip) => slip > 0).length,
    earlier: slips.filter((slip) => slip < 0).length,
    same: slips.filter((slip) => slip === 0).length,
  };
}

function listOpenTargets(slug: string, { field, targets }: TargetHistory): OpenTarget[] {
  return targets.flatMap((target) =>
    target.outcome.state === "open"
      ? [{ slug, field, target, daysLeft: target.outcome.daysLeft }]
      : [],
  );
}
