import { Figure } from "@/components/charts/figure";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import {
  computeGap,
  getLargestQuantity,
  getQuantity,
  sortByGap,
  type Utility,
} from "@/lib/gaps/gaps";
import { toSearch } from "@/lib/query/search-string";
import type { Day } from "@/lib/time/day";
import { GapKey } from "./gap-bar";
import { GapTable } from "./gap-table";

/** Props of a utility's figure. */
export interface GapFigureProps {
  utility: Utility;
  /** All zones that answer the page's question. */
  zones: readonly ZoneRecord[];
  asOf: Day;
  moment: readonly (readonly [string, string])[];
  source: string;
}

/** One utility, needed against delivered, of every zone of which any quantity is known; its data has the others too. */
export function GapFigure({ utility, zones, asOf, moment, source }: GapFigureProps) {
  const drawn = sortByGap(utility, zones);
  const full = getLargestQuantity(
    utility,
    drawn.map(({ values }) => values),
  );
  const others = zones.filter((zone) => !drawn.includes(zone));
  return (
    <Figure
      title={fieldSpec(utility.indicator).label}
      name={`gap-${utility.name}`}
      source={source}
      columns={[
        { key: "zone", label: "Zone" },
        ...utility.stages.map(({ field }) => ({
          key: field,
          label: `${fieldSpec(field).label}, ${utility.unit}`,
          numeric: true,
        })),
        { key: "share", label: "Delivered, % of need", numeric: true },
      ]}
      rows={[...drawn, ...others].map(({ slug, values }) => {
        const { share } = computeGap(utility, values);
        return {
          zone: shortZoneName(values.name ?? slug),
          href: `/zones/${slug}${toSearch(moment)}#delivery`,
          ...Object.fromEntries(
            utility.stages.map(({ field }) => [field, getQuantity(values, field)]),
          ),
          share: share === null ? null : Math.round(1000 * share) / 10,
        };
      })}
    >
      {full === null || full === 0 ? (
        <p className="unknown text-15">No quantity is known of any of these zones.</p>
      ) : (
        <>
          <GapKey utility={utility} />
          <GapTable utility={utility} zones={drawn} full={full} asOf={asOf} moment={moment} />
        </>
      )}
    </Figure>
  );
}
