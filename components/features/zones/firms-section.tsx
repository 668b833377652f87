import { toFact } from "@/components/evidence/fact";
import { FieldValueView } from "@/components/evidence/field-value";
import { Fold, Section } from "@/components/layout/section";
import type { TenancyRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import { byStage, countStages, countUnnamed } from "@/lib/firms/firm-counts";
import { isProducing, isStrategic } from "@/lib/firms/firms";
import { toSearch } from "@/lib/query/search-string";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { FIRM_COLUMNS } from "./firm-columns";
import { FirmTable, type FirmTableRow } from "./firm-table";
import { StageCounts } from "./stage-counts";
import "./firm-table.css";

/** Firms that are listed at first: those that are furthest. */
const LISTED = 6;

/** The firms of a zone: how many named ones are at each stage, and what is known of each. */
export function FirmsSection({ view }: { view: ZoneView }) {
  const text = useText();
  const { t, termLabel } = text;
  const { tenancies, fields, values } = view.zone;
  const unnamed = countUnnamed(tenancies.length, values.enterprisesAdmitted);
  const sorted = byStage(tenancies);
  const heads = [
    t("zones.firms.firm"),
    ...FIRM_COLUMNS.map(({ name }) => t(`zones.firms.${name}`)),
  ];
  return (
    <Section
      id="firms"
      className="print:break-inside-avoid"
      title={t("zones.firms.finding", {
        count: tenancies.length,
        producing: tenancies.filter((firm) => isProducing(firm.values.tenancyStage)).length,
      })}
      note={t.rich("zones.firms.note", {
        count: tenancies.length,
        b: (words) => <b className="tabular">{words}</b>,
        value: () => (
          <FieldValueView
            field="enterprisesAdmitted"
            resolution={fields.enterprisesAdmitted}
            unknown={t("common.unknown")}
          />
        ),
      })}
    >
      {tenancies.length === 0 ? (
        <p className="text-ink-2">{t("zones.firms.none")}</p>
      ) : (
        <>
          <StageCounts
            counts={countStages(tenancies).map(({ value, count }) => ({
              stage: value === null ? null : termLabel("tenancyStage", value),
              count,
            }))}
          />
          <FirmTable
            label={t("zones.firms.table")}
            heads={heads}
            firms={listRows(text, sorted.slice(0, LISTED), view)}
          />
          {sorted.length > LISTED ? (
            <Fold className="mt-2" label={t("zones.firms.more", { count: sorted.length - LISTED })}>
              <FirmTable
                label={t("zones.firms.moreTable")}
                heads={heads}
                firms={listRows(text, sorted.slice(LISTED), view)}
              />
            </Fold>
          ) : null}
        </>
      )}
      {unnamed === 0 ? null : (
        <p className="mt-2 text-ink-2">{t("zones.firms.unnamed", { count: unnamed })}</p>
      )}
    </Section>
  );
}

function listRows(text: Text, tenancies: readonly TenancyRecord[], view: ZoneView): FirmTableRow[] {
  const { asOf, revision } = view;
  const moment = toSearch(view.moment);
  return tenancies.map(({ tenancy: { id, firm, firmId }, values, fields }) => ({
    name: firm,
    href: firmPath(firmId, moment),
    isStrategic: isStrategic(values.tenancySector),
    facts: FIRM_COLUMNS.map(({ field }) => {
      const resolution = fields[field];
      return toFact(text, { field, tenancy: id, resolution, asOf, revision, short: true });
    }),
  }));
}
