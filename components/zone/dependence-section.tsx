import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { AskedValue, ValueDate } from "./asked-value";
import { Section } from "./section";
import { valueMeaning } from "./value-words";
import type { ZoneView } from "./zone-view";

const DIMENSIONS = ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).group === "dependence");
const STEPS = [1, 2, 3, 4] as const;

/** The six dimensions of dependence on Chinese partners; what was not found is not called none. */
export function DependenceSection({ view }: { view: ZoneView }) {
  const known = DIMENSIONS.filter((key) => view.zone.values[key] !== null).length;
  return (
    <Section
      id="dependence"
      title="Dependence on Chinese partners"
      note={`${known} of ${DIMENSIONS.length} known`}
    >
      <ul className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
        {DIMENSIONS.map((field) => (
          <Dimension key={field} field={field} view={view} />
        ))}
      </ul>
      <p className="mt-3 text-ink-2">
        “No evidence found” is not the same as none: level 0 is shown only where a source bears it.{" "}
        <a className="link" href="/method#dependence">
          The levels
        </a>
      </p>
    </Section>
  );
}

function Dimension({ field, view }: { field: ZoneFieldKey; view: ZoneView }) {
  const resolution = view.zone.fields[field];
  const { value, evidence } = resolution;
  const meaning = valueMeaning(field, value);
  return (
    <li className="min-w-0">
      <p className="text-12 text-ink-2">{fieldSpec(field).label}</p>
      <span aria-hidden="true" className="my-1 flex h-2 gap-0.5">
        {typeof value === "number" ? (
          STEPS.map((step) => (
            <i key={step} className={`flex-1 ${step <= value ? "bg-band-known" : "bg-paper-3"}`} />
          ))
        ) : (
          <i className="flex-1 shadow-[inset_0_0_0_1px_var(--color-unknown-soft)]" />
        )}
      </span>
      <AskedValue field={field} resolution={resolution} unknown="No evidence found" />
      {meaning === null ? null : <span className="block text-12">{meaning}</span>}
      {evidence === null ? null : (
        <span className="block">
          <ValueDate resolution={resolution} asOf={view.asOf} short />
          {evidence.claim.origin === "inference" ? (
            <span className="ev"> · the compiler's reading</span>
          ) : null}
        </span>
      )}
    </li>
  );
}
