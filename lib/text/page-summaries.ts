import type { ZoneRecord } from "@/lib/evidence/registry";
import { isApprovalConfirmed } from "@/lib/query/scope";
import { getOperation } from "@/lib/readiness/operation";
import { getZoneStanding, type Standing } from "@/lib/readiness/standing";
import type { Day } from "@/lib/time/day";
import type { Text } from "./text";

/** "Factories are running in 7 and were in 6 more when last reported", as a part of a sentence. */
function describeFactories(t: Text["t"], zones: readonly ZoneRecord[]): string {
  const standings = zones.map(getZoneStanding);
  const count = (standing: Standing) => standings.filter((one) => one === standing).length;
  return t("common.factories", { running: count("running"), reported: count("reported-running") });
}

/** What the page answers: a title, and the sentences under it. */
export interface PageAnswer {
  readonly title: string;
  readonly summary: string;
}

/**
 * The answer of the page of a province or territory: how many zones are tracked in it, for how many approval is
 * confirmed, in how many factories are reported running, and for how many that is not known.
 */
export function describeProvince(
  { t, termLabel, sentences }: Text,
  province: string,
  zones: readonly ZoneRecord[],
  asOf: Day,
): string {
  if (zones.length === 0) {
    return t("provinces.headline.none", { province: termLabel("province", province) });
  }
  const operations = zones.map((zone) => getOperation(zone, asOf));
  const unknown = operations.filter(({ answer }) => answer === "unknown");
  return sentences([
    t("provinces.headline.count", {
      count: zones.length,
      confirmed: zones.filter(({ values }) => isApprovalConfirmed(values)).length,
    }),
    t("provinces.headline.running", { factories: describeFactories(t, zones) }),
    unknown.length === 0
      ? ""
      : t("provinces.headline.unknown", {
          unknown: unknown.length,
          old: unknown.filter(({ old }) => old).length,
        }),
  ]);
}
