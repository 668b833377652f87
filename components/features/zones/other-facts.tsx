import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { NothingFound } from "@/components/evidence/nothing-found";
import { Section } from "@/components/layout/section";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { isNothingFound } from "@/lib/evidence/ledger-entries";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isApprovalConfirmed } from "@/lib/query/scope";
import { useText } from "@/lib/text/use-text";

/** The fields that no other part of the page shows. */
const OTHER_FIELDS: readonly ZoneFieldKey[] = [
  "sectors",
  "rationale",
  "preExistingEstate",
  "developerType",
  "landLease",
  "cohort",
  "candidateForRemainder",
  "jobs",
  "investmentCommittedUsdM",
  "investmentRealisedUsdM",
  "powerNeededBasis",
];

/** What else is known of a zone: its purpose, its programme, jobs and investment. */
export function OtherFacts({ view }: { view: ZoneView }) {
  const text = useText();
  const { fields, values } = view.zone;
  // An approved zone cannot be a candidate.
  const shown = OTHER_FIELDS.filter(
    (field) => field !== "candidateForRemainder" || !isApprovalConfirmed(values),
  );
  const found = shown.filter((field) => !isNothingFound(fields[field]));
  return (
    <Section id="other" title={text.t("zones.other.title")}>
      <dl className="mb-2 grid grid-cols-2 gap-x-6 gap-y-2.5 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] print:grid-cols-5 print:gap-y-1">
        {found.map((field) => (
          <div key={field} className="min-w-0">
            <dt className="text-12 text-ink-2">{text.fieldLabel(field)}</dt>
            <dd>
              <span className="block font-medium">
                <FieldValueView field={field} resolution={fields[field]} />
              </span>
              <ValueDate
                resolution={fields[field]}
                asOf={view.asOf}
                revision={view.revision}
                className="block print:hidden"
              />
            </dd>
          </div>
        ))}
      </dl>
      <NothingFound fields={shown} resolutions={fields} />
    </Section>
  );
}
