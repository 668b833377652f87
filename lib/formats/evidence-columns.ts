import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  type ZoneFieldKey,
} from "../catalogue/fields";
import { SUBJECTS_OF_FACTS } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import type { Ledger } from "../evidence/evidence-index";
import { CONFIDENCES, ORIGINS, type Source, type Tenancy } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";
import { isImplied, MARKS, type Moment, type Resolution } from "../evidence/resolve";
import { isProgressKey, type RowKey } from "../evidence/row";
import { listSourcesAt } from "../evidence/source-versions";
import { listAgreeing } from "../evidence/support";
import { SUPPORTS } from "../evidence/support-levels";
import { zoneName } from "../evidence/zone-name";
import type { Text } from "../text/text";
import type { PartialDate } from "../time/day";
import { type Column, FLAG_VALUES, getWordCell, LIST_SEPARATOR } from "./columns";
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
  /** Null: the value is of the zone itself. */
  readonly tenancy: Tenancy | null;
  readonly field: FieldKey;
  readonly shown: Resolution & { readonly evidence: NonNullable<Resolution["evidence"]> };
}

function hasEvidence(shown: Resolution): shown is ShownValue["shown"] {
  return shown.evidence !== null;
}

/** Every displayed value that has a claim, zone by zone: its own, then those of its firms. */
export function* listShownValues({
  zones,
  fields,
}: Pick<ShownValues, "zones" | "fields">): Generator<ShownValue> {
  const own = fields.filter((field): field is ZoneFieldKey => !isProgressKey(field));
  for (const zone of zones) {
    for (const field of own) {
      // Not a copy: V8 keeps copies by a spread until it collects the whole heap.
      const shown = zone.fields[field];
      if (hasEvidence(shown)) yield { zone, tenancy: null, field, shown };
    }
    for (const { tenancy, fields: facts } of zone.tenancies) {
      for (const field of TENANCY_FIELD_KEYS) {
        const shown = facts[field];
        if (hasEvidence(shown)) yield { zone, tenancy, field, shown };
      }
    }
  }
}

/** The first and the newest report in use of a displayed value; of progress on site, see `resolveProgress`. Null: unknown. */
function getReported({ field, shown }: ShownValue): {
  readonly since: PartialDate | null;
  readonly lastReported: PartialDate | null;
} {
  if (shown.progress) return shown.progress;
  if (shown.value === null) return { since: null, lastReported: null };
  const live = shown.rivals.filter(({ standing }) => standing === "live");
  const dates = [shown.evidence, ...listAgreeing(field, shown.evidence, live)]
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
    .map(({ date }) => date);
  return { since: dates[0] ?? null, lastReported: dates.at(-1) ?? null };
}

/** The other reports that contradict a value, newest first. */
const listAgainst = ({ shown }: ShownValue) => shown.rivals.filter((rival) => rival.contradicts);

/** The columns that place a row in a zone and its province. */
export function zoneSpecs<Row>({ t }: Text, getZone: (row: Row) => ZoneRecord) {
  return {
    zone: [(row: Row) => getZone(row).slug, t("files.values.zone")],
    zoneName: (row: Row) => zoneName(getZone(row)),
    province: [
      (row: Row) => getZone(row).values.province,
      listTerms("province").map(({ value }) => value),
    ],
  } as const;
}

/** The displayed values of zones and firms, each with its claim, its source and what contradicts it, in codes. */
export function evidenceColumns(
  text: Text,
  { ledger, moment }: Pick<ShownValues, "ledger" | "moment">,
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
      subject: ({ zone, tenancy }) => tenancy?.id ?? zone.slug,
      ...zoneSpecs<ShownValue>(text, ({ zone }) => zone),
      tenancy: [({ tenancy }) => tenancy?.id ?? null, t("files.values.tenancy")],
      firm: ({ tenancy }) => tenancy?.firm ?? null,
      field: [({ field }) => field, t("files.values.field")],
      about: [({ field }) => fieldSpec(field).about, SUBJECTS_OF_FACTS],
      value: [({ shown }) => String(getWordCell(shown.value)), t("files.values.fieldValue")],
      number: [({ shown }) => (typeof shown.value === "number" ? shown.value : null), "", "number"],
      unit: ({ field }) => describeUnit(text, field),
      asOf: [({ shown }) => shown.evidence.claim.asOf, t("files.values.date")],
      since: [(row) => getReported(row).since, t("files.values.date")],
      lastReported: [(row) => getReported(row).lastReported, t("files.values.date")],
      ...quotationSpecs<ShownValue>(text, ({ shown }) => shown.evidence.claim.quotation),
      note: ({ shown }) => shown.evidence.claim.note,
      sourceTitle: (row) => getSource(row)?.title ?? null,
      publisher: (row) => getSource(row)?.publisher ?? null,
      publishedOn: [(row) => getSource(row)?.publishedOn ?? null, t("files.values.date")],
      url: (row) => getSource(row)?.url ?? null,
      archivedUrl: (row) => getSource(row)?.archivedUrl ?? null,
      origin: [({ shown }) => shown.evidence.claim.origin, ORIGINS],
      confidence: [({ shown }) => shown.evidence.claim.confidence, CONFIDENCES],
      support: [(row) => row.shown.support?.support ?? null, SUPPORTS],
      publishers: [(row) => row.shown.support?.voices ?? null, "", "integer"],
      weak: [(row) => row.shown.support?.weak ?? null, FLAG_VALUES, "boolean"],
      implied: [({ shown }) => isImplied(shown), FLAG_VALUES, "boolean"],
      mark: [({ shown }) => shown.mark, MARKS],
      contradictingValues: (row) =>
        listAgainst(row)
          .map(({ evidence }) =>
            String(getWordCell(evidence.claim.value)).replaceAll(LIST_SEPARATOR, ", "),
          )
          .join(LIST_SEPARATOR) || null,
      contradictingSources: [
        (row) =>
          listAgainst(row)
            .map(({ evidence }) => evidence.claim.sourceId)
            .join(LIST_SEPARATOR) || null,
        t("files.values.list", { separator: LIST_SEPARATOR }),
      ],
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
