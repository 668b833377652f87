import { ReadinessBand } from "@/components/charts/readiness-band";
import { fieldSpec } from "@/lib/catalogue/fields";
import { getLabel } from "@/lib/catalogue/vocabularies";
import type { FieldChange, Preview, RungChange } from "@/lib/evidence/preview";
import type { Readiness } from "@/lib/readiness/readiness";
import { valueWords } from "@/lib/text/value-words";

/** What recording would change, before anything is recorded. */
export function PreviewPanel({ preview }: { preview: Preview }) {
  const { fields, readiness, place, funnels } = preview;
  return (
    <div className="grid gap-4">
      <ul className="grid gap-2">
        {fields.map((change) => (
          <li key={`${change.tenancy} ${change.field}`}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
      <section className="grid gap-1">
        <h3 className="font-semibold text-12">Readiness</h3>
        <ReadinessLine label="Now" value={readiness.before} />
        <ReadinessLine label="Then" value={readiness.after} />
        <p className="text-12 text-ink-3">{placeWords(place.before, place.after)}</p>
      </section>
      <section className="grid gap-1 text-12">
        <h3 className="font-semibold">Funnels of the 44</h3>
        {funnels.length === 0 ? (
          <p className="text-ink-3">No count changes.</p>
        ) : (
          <ul className="grid gap-0.5">
            {funnels.map((rung) => (
              <li key={`${rung.ladder} ${rung.value}`}>{rungWords(rung)}</li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function ChangeLine({ change }: { change: FieldChange }) {
  const { field, before, after, shows } = change;
  const { label } = fieldSpec(field);
  const same = valueWords(field, before.value) === valueWords(field, after.value);
  return (
    <>
      <span className="block font-medium text-12">{label}</span>
      {!shows ? (
        <span>
          Stays <b className="font-semibold">{valueWords(field, after.value)}</b>: a newer or a
          preferred claim shows. Yours stands beside it.
        </span>
      ) : same ? (
        <span>
          Stays <b className="font-semibold">{valueWords(field, after.value)}</b>, with your claim
          as its newest evidence.
        </span>
      ) : (
        <span>
          <span className={before.value === null ? "unknown" : "text-ink-2"}>
            {valueWords(field, before.value)}
          </span>
          {" → "}
          <b className={after.value === null ? "unknown" : "font-semibold"}>
            {valueWords(field, after.value)}
          </b>
        </span>
      )}
      {after.mark !== before.mark ? (
        <span className={after.mark === "contested" ? "disputed block" : "block text-ink-3"}>
          {after.mark === "contested"
            ? "becomes contested"
            : after.mark === "settled"
              ? "becomes settled"
              : `is no longer ${before.mark}`}
        </span>
      ) : null}
    </>
  );
}

function ReadinessLine({ label, value }: { label: string; value: Readiness | null }) {
  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)_5rem] items-center gap-2 text-12">
      <span className="text-ink-3">{label}</span>
      <ReadinessBand value={value} label={`Readiness ${label.toLowerCase()}`} />
      <span className="tabular text-right">
        {value === null ? "none" : `${value.low.toFixed(1)}–${value.high.toFixed(1)}`}
      </span>
    </div>
  );
}

function placeWords(before: number | null, after: number | null): string {
  if (before === null && after === null)
    return "The zone is not among the announced, so it has no place.";
  if (before === after) return `Keeps place ${after} by the floor among the announced.`;
  return `Place by the floor among the announced: ${before ?? "none"} → ${after ?? "none"}.`;
}

function rungWords({ ladder, value, before, after }: RungChange): string {
  const label = value === null ? "Unknown" : getLabel(ladder, value);
  const where = ladder === "legalStatus" ? "On paper" : "On the ground";
  return `${where}, ${label.toLowerCase()}: ${before} → ${after}`;
}
