import { toFact } from "@/components/evidence/fact";
import { FactList } from "@/components/evidence/fact-view";
import { NothingFound } from "@/components/evidence/nothing-found";
import { Section } from "@/components/layout/section";
import { TRANSLATED_NAMES, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { isNothingFound } from "@/lib/evidence/ledger-entries";
import { packRecords } from "@/lib/evidence/packed-records";
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
      <FactList
        facts={packRecords(
          found.map((field) =>
            toFact(text, {
              field,
              resolution: fields[field],
              asOf: view.asOf,
              revision: view.revision,
            }),
          ),
        )}
      />
      <NothingFound fields={[...TRANSLATED_NAMES, ...shown]} resolutions={fields} />
    </Section>
  );
}
