import type { Tone } from "@/components/charts/drawing";
import { toFact } from "@/components/evidence/fact";
import { NothingFound } from "@/components/evidence/nothing-found";
import { Section } from "@/components/layout/section";
import { isNothingFound } from "@/lib/evidence/ledger-entries";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { getComparableShare, getDatedQuantity } from "@/lib/gaps/dated-gaps";
import { getLargestQuantity, getQuantity, UTILITIES, type Utility } from "@/lib/gaps/gaps";
import { findDelivery } from "@/lib/text/chart-findings";
import { useText } from "@/lib/text/use-text";
import { type DeliveryFact, DeliveryRows } from "./delivery-rows";

/** Power and gas: what the zone needs when full and what is delivered, as lengths. */
export function DeliverySection({ view }: { view: ZoneView }) {
  const { fields, values } = view.zone;
  const drawn = UTILITIES.filter(({ stages }) =>
    stages.some(({ field }) => !isNothingFound(fields[field])),
  );
  const others = UTILITIES.filter((utility) => !drawn.includes(utility));
  return (
    <Section id="delivery" title={findDelivery(useText(), values)}>
      {drawn.length === 0 ? null : (
        <div className="grid gap-x-12 gap-y-5 xl:grid-cols-2 print:grid-cols-2">
          {drawn.map((utility) => (
            <UtilityBars key={utility.indicator} utility={utility} view={view} />
          ))}
        </div>
      )}
      <NothingFound
        fields={others.flatMap(({ stages }) => stages.map(({ field }) => field))}
        resolutions={fields}
        className={drawn.length === 0 ? undefined : "mt-2"}
      />
    </Section>
  );
}

function UtilityBars({ utility, view }: { utility: Utility; view: ZoneView }) {
  const text = useText();
  const { fields, values } = view.zone;
  const full = getLargestQuantity(utility, [values]);
  return (
    <div>
      <h3 className="mb-1.5">{text.fieldLabel(utility.indicator)}</h3>
      <DeliveryRows
        facts={utility.stages.map(
          ({ field, stage }): DeliveryFact => ({
            ...toFact(text, {
              field,
              resolution: fields[field],
              asOf: view.asOf,
              revision: view.revision,
            }),
            stage: text.t(`gaps.stage.${stage}`),
            amount: getQuantity(values, field),
            tone: getTone(utility, field),
          }),
        )}
        full={full ?? 1}
      />
      <p className="mt-1.5 text-ink-2">
        <DeliveryText utility={utility} zone={view.zone} />
      </p>
    </div>
  );
}

function getTone({ needed, delivered }: Utility, field: Utility["needed"]): Tone {
  if (field === delivered) return "ramp-3";
  return field === needed ? "needed" : "aside";
}

interface DeliveryProps {
  utility: Utility;
  zone: Pick<ZoneRecord, "values" | "fields">;
}

/** What is delivered of what the zone needs, in a sentence that says no more than is known. */
export function DeliveryText({ utility, zone }: DeliveryProps) {
  const { t, number, partialDate } = useText();
  const needed = getDatedQuantity(utility, zone, utility.needed);
  const delivered = getDatedQuantity(utility, zone, utility.delivered);
  const share = getComparableShare(utility, zone);
  const { indicator } = utility;
  if (share !== null) {
    return t.rich("zones.delivery.share", {
      indicator,
      share: number(100 * share, { digits: 1 }),
      figure: (words) => <b className="figure text-21 text-ink">{words}</b>,
    });
  }
  if (needed !== null) {
    if (delivered === null) return t("zones.delivery.deliveredUnknown", { indicator });
    return needed.value <= 0
      ? t("zones.delivery.notNeeded", { indicator })
      : t("zones.delivery.apart", {
          needed: partialDate(needed.date),
          delivered: partialDate(delivered.date),
        });
  }
  return delivered === null
    ? t("zones.delivery.unknown", { indicator })
    : t("zones.delivery.neededUnknown", { indicator });
}
