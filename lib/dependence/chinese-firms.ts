import { getStep } from "@/lib/catalogue/vocabularies";
import type { ZoneRecord } from "@/lib/evidence/registry";
import {
  type ChineseTie,
  getChineseTie,
  listPlacedFirms,
  type PlacedFirm,
} from "@/lib/firms/firms";

/** Firms by their tie to China. */
export type FirmsByTie = Readonly<Record<ChineseTie, readonly PlacedFirm[]>>;

/** Groups the firms of some zones by tie to China, in the register's order of zones, then furthest stage first. */
export function groupFirmsByTie(zones: readonly ZoneRecord[]): FirmsByTie {
  const firms = listPlacedFirms(zones);
  const of = (tie: ChineseTie) =>
    firms
      .filter(({ record }) => getChineseTie(record.values) === tie)
      .sort(
        (a, b) =>
          a.zone.order - b.zone.order ||
          stageRank(b) - stageRank(a) ||
          a.record.tenancy.order - b.record.tenancy.order,
      );
  return { chinese: of("chinese"), other: of("other"), unknown: of("unknown") };
}

function stageRank({ record }: PlacedFirm): number {
  return getStep("tenancyStage", record.values.tenancyStage) ?? -1;
}
