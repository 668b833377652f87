import { ReadinessBand } from "@/components/charts/readiness-band";
import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { BLOCK_INDICATORS, fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, type BlockKey, GROUPS } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { computeBlockReadiness, computeScore } from "@/lib/readiness/readiness";
import { formatRange } from "@/lib/text/format-number";

/** Props of a readiness block. */
export interface ReadinessBlockProps {
  block: BlockKey;
  view: ZoneView;
  candidate: boolean;
}

/** One block of readiness: its weight and band, and each indicator with its value, date and mark. */
export function ReadinessBlock({ block, view, candidate }: ReadinessBlockProps) {
  const { values } = view.zone;
  const indicators = BLOCK_INDICATORS[block];
  const readiness = computeBlockReadiness(values, block);
  const applicable = indicators.filter((key) => values[key] !== NOT_APPLICABLE);
  const known = applicable.filter((key) => values[key] !== null);
  return (
    <div className="border-line border-t py-2.5">
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[7.75rem_4.5rem_minmax(0,1fr)_3.5rem_5.5rem]">
        <h3>{GROUPS[block]}</h3>
        <span className="tabular text-12 text-ink-3">weight {BLOCK_WEIGHTS[block]}</span>
        <ReadinessBand
          value={readiness}
          candidate={candidate}
          className="max-sm:col-span-2"
          label=""
        />
        <b className="tabular sm:text-right">
          {readiness === null ? null : formatRange(readiness.low, readiness.high)}
        </b>
        <span className="tabular text-right text-12 text-ink-2">
          {known.length} of {applicable.length} known
        </span>
      </header>
      <ul className="mt-2.5 grid grid-cols-2 gap-x-3 gap-y-2.5 sm:grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))]">
        {indicators.map((key) => (
          <Indicator key={key} field={key} view={view} />
        ))}
      </ul>
    </div>
  );
}

function Indicator({ field, view }: { field: ZoneFieldKey; view: ZoneView }) {
  const resolution = view.zone.fields[field];
  return (
    <li className="grid grid-cols-[7px_minmax(0,1fr)] gap-x-2">
      <Gauge score={computeScore(view.zone.values, field)} />
      <span className="min-w-0">
        <span className="block text-12 text-ink-2">{fieldSpec(field).label}</span>
        <span className="block font-medium">
          <FieldValueView field={field} resolution={resolution} />
        </span>
        <ValueDate resolution={resolution} asOf={view.asOf} className="block" />
      </span>
    </li>
  );
}

/** An indicator's score as a height: solid as far as evidenced, hollow where unknown, a line where it does not apply. */
function Gauge({ score }: { score: ReturnType<typeof computeScore> }) {
  if (score === NOT_APPLICABLE) {
    return (
      <span aria-hidden="true" className="h-full justify-self-center border-line-2 border-l" />
    );
  }
  if (score === null) {
    return (
      <span
        aria-hidden="true"
        className="h-full shadow-[inset_0_0_0_1px_var(--color-unknown-soft)]"
      />
    );
  }
  return (
    <span aria-hidden="true" className="relative h-full bg-paper-3">
      <span
        className="absolute inset-x-0 bottom-0 min-h-px bg-band-known"
        style={{ height: `${100 * score}%` }}
      />
    </span>
  );
}
