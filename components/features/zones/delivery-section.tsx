import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { Section } from "@/components/layout/section";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { getLargestQuantity, getQuantity, UTILITIES, type Utility } from "@/lib/gaps/gaps";
import { gapWords } from "@/lib/text/delivery-words";

const FILLS = ["bg-paper-3 shadow-[inset_0_0_0_1px_var(--color-line-2)]", "bg-line-2"] as const;
const DELIVERED = "bg-ramp-3";

/** Power and gas: what the zone needs when full against what reaches it, as lengths. */
export function DeliverySection({ view }: { view: ZoneView }) {
  return (
    <Section id="delivery" title="Needed against delivered">
      <div className="grid gap-5">
        {UTILITIES.map((utility) => (
          <UtilityBars key={utility.indicator} utility={utility} view={view} />
        ))}
      </div>
    </Section>
  );
}

function UtilityBars({ utility, view }: { utility: Utility; view: ZoneView }) {
  const { fields, values } = view.zone;
  const full = getLargestQuantity(utility, [values]);
  const gap = gapWords(utility, values);
  const indicator = fields[utility.indicator];
  return (
    <div>
      <p className="mb-1.5 flex flex-wrap items-baseline gap-x-2.5">
        <b>{fieldSpec(utility.indicator).label}</b>
        <FieldValueView field={utility.indicator} resolution={indicator} />
        <ValueDate resolution={indicator} asOf={view.asOf} />
      </p>
      <dl className="grid gap-1.5">
        {utility.stages.map(({ field, label }, stage) => (
          <div
            key={field}
            className="grid grid-cols-[4.75rem_minmax(0,1fr)_5.5rem] items-center gap-x-2.5 sm:grid-cols-[4.75rem_minmax(0,1fr)_5.5rem_8.25rem]"
          >
            <dt>{label}</dt>
            <dd>
              <Bar
                value={getQuantity(values, field)}
                full={full}
                fill={stage === utility.stages.length - 1 ? DELIVERED : (FILLS[stage] ?? FILLS[1])}
              />
            </dd>
            <dd className="tabular font-semibold">
              <FieldValueView field={field} resolution={fields[field]} />
            </dd>
            <dd className="max-sm:col-span-2 max-sm:col-start-2">
              <ValueDate resolution={fields[field]} asOf={view.asOf} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1.5 text-ink-2">
        {gap.share === null ? null : <b className="figure text-21 text-ink">{gap.share} </b>}
        {gap.words}
      </p>
    </div>
  );
}

/** A quantity as a length of the largest known one; unknown is a hollow bar of its full length. Said in figures beside it. */
function Bar({ value, full, fill }: { value: number | null; full: number | null; fill: string }) {
  return (
    <span
      aria-hidden="true"
      className="relative block h-2.5 bg-[linear-gradient(var(--color-band-base),var(--color-band-base))] bg-[length:100%_1px] bg-center bg-no-repeat"
    >
      {value === null || full === null || full === 0 ? (
        <span className="block h-full bg-paper shadow-[inset_0_0_0_1px_var(--color-band-open)]" />
      ) : (
        <span
          className={`block h-full min-w-px ${fill}`}
          style={{ width: `${(100 * value) / full}%` }}
        />
      )}
    </span>
  );
}
