import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { LevelMark } from "@/components/evidence/level-mark";
import { Section } from "@/components/layout/section";
import { fieldSpec } from "@/lib/catalogue/fields";
import { DEPENDENCE_FIELDS, type DependenceField, getGrade } from "@/lib/dependence/dependence";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { toSearch } from "@/lib/query/search-string";
import { valueMeaning } from "@/lib/text/value-words";

/** The six dimensions of dependence on Chinese partners; what was not found is not called none. */
export function DependenceSection({ view }: { view: ZoneView }) {
  const known = DEPENDENCE_FIELDS.filter((key) => view.zone.values[key] !== null).length;
  return (
    <Section
      id="dependence"
      title="Dependence on Chinese partners"
      note={`${known} of ${DEPENDENCE_FIELDS.length} known`}
    >
      <ul className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
        {DEPENDENCE_FIELDS.map((field) => (
          <Dimension key={field} field={field} view={view} />
        ))}
      </ul>
      <p className="mt-3 text-ink-2">
        “No evidence found” is not the same as none: level 0 is shown only where a source bears it.{" "}
        <a className="link" href="/method#dependence">
          The levels
        </a>
        {" · "}
        <a className="link" href={`/dependence${toSearch(view.moment)}`}>
          Beside the other zones
        </a>
      </p>
    </Section>
  );
}

function Dimension({ field, view }: { field: DependenceField; view: ZoneView }) {
  const resolution = view.zone.fields[field];
  const { value, evidence } = resolution;
  const meaning = valueMeaning(field, value);
  const grade = getGrade(resolution);
  return (
    <li className="min-w-0">
      <p className="text-12 text-ink-2">{fieldSpec(field).label}</p>
      <LevelMark level={typeof value === "number" ? value : null} className="my-1" />
      <FieldValueView field={field} resolution={resolution} unknown="No evidence found" />
      {meaning === null ? null : <span className="block text-12">{meaning}</span>}
      {evidence === null ? null : (
        <span className="block">
          <ValueDate resolution={resolution} asOf={view.asOf} short />
          <span className="meta">
            {grade === null ? null : ` · ${grade} evidence`}
            {evidence.claim.origin === "inference" ? ", the compiler's reading" : null}
          </span>
        </span>
      )}
    </li>
  );
}
