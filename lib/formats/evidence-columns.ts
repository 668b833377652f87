import { fieldSpec, type ZoneFieldKey } from "../catalogue/fields";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import type { Ledger } from "../evidence/evidence-index";
import { CONFIDENCES, ORIGINS, type Source } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";
import { isImplied, MARKS, type Moment, type Resolution } from "../evidence/resolve";
import { isProgressKey, type RowKey } from "../evidence/row";
import { listSourcesAt } from "../evidence/source-versions";
import { SUPPORTS } from "../evidence/support-levels";
import type { Text } from "../text/text";
import { type Column, FLAG_VALUES, getWordCell } from "./columns";
import { describeUnit } from "./sheet-words";
import { buildColumns, type ColumnKey, quotationSpecs } from "./table-columns";

/** What the displayed values of some zones are read from. */
export interface ShownValues {
  readonly zones: readonly ZoneRecord[];
  readonly fields: readonly RowKey[];
  readonly ledger: Ledger;
  readonly moment: Moment;
}

/** A displayed value with its claim. Of an implied step of progress it is the newest claim of a producer on its stage. */
export interface ShownValue {
  readonly zone: ZoneRecord;
  readonly field: ZoneFieldKey;
  readonly shown: Resolution & { readonly evidence: NonNullable<Resolution["evidence"]> };
}

function hasEvidence(shown: Resolution): shown is ShownValue["shown"] {
  return shown.evidence !== null;
}

/** Every displayed value that has a claim, zone by zone. */
export function* listShownValues({
  zones,
  fields,
}: Pick<ShownValues, "zones" | "fields">): Generator<ShownValue> {
  for (const zone of zones) {
    for (const field of fields) {
      // What is worked out about progress has the claims of its field.
      if (isProgressKey(field)) continue;
      // Not a copy: V8 keeps copies by a spread until it collects the whole heap.
      const shown = zone.fields[field];
      if (hasEvidence(shown)) yield { zone, field, shown };
    }
  }
}

/**
 * The displayed values, each with its claim and source, in codes.
 * @param names of the zones by slug
 */
export function evidenceColumns(
  text: Text,
  { ledger, moment }: Pick<ShownValues, "ledger" | "moment">,
  names: ReadonlyMap<string, string>,
): readonly Column<ShownValue>[] {
  const { t } = text;
  const sources = new Map<string, Source>(
    listSourcesAt(ledger.facts.sourceVersions, moment.revision).map((source) => [
      source.id,
      source,
    ]),
  );
  const getSource = ({ shown }: ShownValue) => sources.get(shown.evidence.claim.sourceId);
  return buildColumns<ColumnKey<"evidence">, ShownValue>(
    (key) =>
      key === "value" || key === "mark"
        ? t(`files.table.evidence.code.${key}`)
        : t(`files.table.evidence.columns.${key}`),
    {
      zone: [({ zone }) => zone.slug, t("files.values.zone")],
      zoneName: ({ zone }) => names.get(zone.slug) ?? zone.slug,
      field: [({ field }) => field, t("files.values.field")],
      about: [({ field }) => fieldSpec(field).about, SUBJECTS_OF_FACTS],
      value: [({ shown }) => String(getWordCell(shown.value)), t("files.values.fieldValue")],
      number: [({ shown }) => (typeof shown.value === "number" ? shown.value : null), "", "number"],
      unit: ({ field }) => describeUnit(text, field),
      asOf: [({ shown }) => shown.evidence.claim.asOf, t("files.values.date")],
      ...quotationSpecs<ShownValue>(text, ({ shown }) => shown.evidence.claim.quotation),
      note: ({ shown }) => shown.evidence.claim.note,
      sourceTitle: (row) => getSource(row)?.title ?? null,
      url: (row) => getSource(row)?.url ?? null,
      origin: [({ shown }) => shown.evidence.claim.origin, ORIGINS],
      confidence: [({ shown }) => shown.evidence.claim.confidence, CONFIDENCES],
      support: [(row) => row.shown.support?.support ?? null, SUPPORTS],
      weak: [(row) => row.shown.support?.weak ?? null, FLAG_VALUES, "boolean"],
      implied: [({ shown }) => isImplied(shown), FLAG_VALUES, "boolean"],
      mark: [({ shown }) => shown.mark, MARKS],
      revision: [
        ({ shown }) => shown.evidence.claim.revision,
        t("files.values.wholeNumber"),
        "integer",
      ],
      sourceId: [({ shown }) => shown.evidence.claim.sourceId, t("files.values.source")],
      claimId: [({ shown }) => shown.evidence.claim.id, t("files.values.claim")],
    },
  );
}
