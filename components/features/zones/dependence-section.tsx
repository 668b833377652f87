import { StepTrack } from "@/components/charts/bar";
import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { NothingFound } from "@/components/evidence/nothing-found";
import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { DEPENDENCE_FIELDS, type DependenceField, TOP_LEVEL } from "@/lib/dependence/dependence";
import { isNothingFound } from "@/lib/evidence/ledger-entries";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { toSearch } from "@/lib/query/search-string";
import { findDependence } from "@/lib/text/chart-findings";
import { useText } from "@/lib/text/use-text";

/** The six dimensions of dependence on Chinese partners; without evidence a level is unknown, not none. */
export function DependenceSection({ view }: { view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const { fields, values } = view.zone;
  const found = DEPENDENCE_FIELDS.filter((key) => !isNothingFound(fields[key]));
  return (
    <Section id="dependence" title={findDependence(text, values)}>
      {found.length === 0 ? null : (
        <ul className="mb-2 grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3 lg:grid-cols-6 print:grid-cols-3">
          {found.map((field) => (
            <Dimension key={field} field={field} view={view} />
          ))}
        </ul>
      )}
      <NothingFound fields={DEPENDENCE_FIELDS} resolutions={fields} />
      <p className="no-print mt-1 text-ink-2">
        {t("zones.dependence.explanation")}{" "}
        <Anchor className="link" href="/method#dependence">
          {t("zones.dependence.levels")}
        </Anchor>
        {" · "}
        <Anchor className="link" href={`/firms${toSearch(view.moment)}#dimensions`}>
          {t("zones.dependence.others")}
        </Anchor>
      </p>
    </Section>
  );
}

function Dimension({ field, view }: { field: DependenceField; view: ZoneView }) {
  const text = useText();
  const resolution = view.zone.fields[field];
  const { value, evidence } = resolution;
  const meaning = text.levelMeaning(field, value);
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
      {meaning === null ? null : <span className="block text-12 print:hidden">{meaning}</span>}
      {evidence === null ? null : (
        <span className="block">
          <ValueDate resolution={resolution} asOf={view.asOf} revision={view.revision} short />
          <span className="meta block">
            {text.t(`ledger.claim.origin.${evidence.claim.origin}`)}
          </span>
          <span className="meta block">
            {text.t(`ledger.claim.confidence.${evidence.claim.confidence}`)}
          </span>
        </span>
      )}
    </li>
  );
}
