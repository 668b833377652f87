import { StepTrack } from "@/components/charts/bar";
import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { Section } from "@/components/layout/section";
import {
  DEPENDENCE_FIELDS,
  type DependenceField,
  getGrade,
  TOP_LEVEL,
} from "@/lib/dependence/dependence";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";

/** The six dimensions of dependence on Chinese partners; without evidence a level is unknown, not none. */
export function DependenceSection({ view }: { view: ZoneView }) {
  const { t, number } = useText();
  const known = DEPENDENCE_FIELDS.filter((key) => view.zone.values[key] !== null).length;
  return (
    <Section
      id="dependence"
      title={t("zones.dependence.title")}
      note={t("zones.dependence.note", {
        known: number(known),
        total: number(DEPENDENCE_FIELDS.length),
      })}
    >
      <ul className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3">
        {DEPENDENCE_FIELDS.map((field) => (
          <Dimension key={field} field={field} view={view} />
        ))}
      </ul>
      <p className="mt-3 text-ink-2">
        {t("zones.dependence.explanation")}{" "}
        <a className="link" href="/method#dependence">
          {t("zones.dependence.levels")}
        </a>
        {" · "}
        <a className="link" href={`/dependence${toSearch(view.moment)}`}>
          {t("zones.dependence.others")}
        </a>
      </p>
    </Section>
  );
}

function Dimension({ field, view }: { field: DependenceField; view: ZoneView }) {
  const text = useText();
  const resolution = view.zone.fields[field];
  const { value, evidence } = resolution;
  const meaning = text.levelMeaning(field, value);
  const grade = getGrade(resolution);
  return (
    <li className="min-w-0">
      <p className="text-12 text-ink-2">{text.fieldLabel(field)}</p>
      <span className="my-1 block">
        <StepTrack
          steps={TOP_LEVEL}
          reached={typeof value === "number" ? value : null}
          tone="known"
        />
      </span>
      <FieldValueView
        field={field}
        resolution={resolution}
        unknown={text.t("zones.dependence.noEvidence")}
      />
      {meaning === null ? null : <span className="block text-12">{meaning}</span>}
      {evidence === null ? null : (
        <span className="block">
          <ValueDate resolution={resolution} asOf={view.asOf} revision={view.revision} short />
          <span className="meta">
            {grade === null
              ? null
              : ` · ${text.t("zones.dependence.grade", { grade: text.t(`dependence.grade.${grade}`) })}`}
            {evidence.claim.origin === "inference"
              ? ` · ${text.t("ledger.claim.origin.inference")}`
              : null}
          </span>
        </span>
      )}
    </li>
  );
}
