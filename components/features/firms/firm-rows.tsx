"use client";

import { StepTrack } from "@/components/charts/bar";
import { Anchor } from "@/components/layout/link";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FIRM_COLUMNS, type FirmColumnKey } from "./firm-columns";

/** A firm in a zone, in words, beside its values in the figure's data. What is not known is left out. */
export interface FirmRow extends Partial<Record<`${FirmColumnKey}Words`, string>> {
  /** Id of the tenancy. */
  readonly id: string;
  readonly firm: string;
  /** The firm's page at the moment of the address. */
  readonly href: string;
  /** Slug of the zone. */
  readonly zone: string;
  readonly zoneName: string;
  readonly isCandidate?: 1;
  readonly isStrategic?: 1;
  readonly stageWords?: string;
  /** How many steps of the ladder are reached. */
  readonly reached?: number;
  /** Partial date of the stage; null: no report. */
  readonly stageAsOf: string | null;
  /** No news since that date, for longer than a stage is recent. */
  readonly isSilent?: 1;
  readonly isDisputed?: 1;
}

interface FirmRowsProps {
  /** Of `FirmRow`. */
  rows: readonly FirmRow[];
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
  /** Steps of the ladder. */
  steps: number;
}

/** Firms as rows of a table. A client component, so that a page sends their words once beside the markup. */
export function FirmRows({ rows, moment, steps }: FirmRowsProps) {
  const { t } = usePlainText();
  return rows.map((row) => (
    <tr key={row.id}>
      <th scope="row">
        <Anchor href={row.href}>{row.firm}</Anchor>
      </th>
      <td>
        <Anchor href={`/zones/${row.zone}${moment}#firms`}>{row.zoneName}</Anchor>{" "}
        {row.isCandidate ? <span className="meta">{t("common.approval.candidate")}</span> : null}
      </td>
      <td>
        <div>
          <StepTrack steps={steps} reached={row.reached ?? null} />
        </div>
        <Value row={row} words={row.stageWords} field="tenancyStage" />{" "}
        <span className="meta">
          <StageDate {...row} />
        </span>
      </td>
      {FIRM_COLUMNS.map(({ key, field }) => (
        <td key={key}>
          <Value row={row} words={row[`${key}Words`]} field={field} />
          {key === "sector" && row.isStrategic ? (
            <span className="block text-12 text-ink-2">{t("common.strategicSector")}</span>
          ) : null}
        </td>
      ))}
    </tr>
  ));
}

interface ValueProps {
  row: FirmRow;
  words: string | undefined;
  field: TenancyFieldKey;
}

/** A value as a link to its evidence on the firm's page; an unknown one says so. */
function Value({ row: { href, id }, words, field }: ValueProps) {
  const { t } = usePlainText();
  if (words === undefined) return <i>{t("common.unknown")}</i>;
  return <Anchor href={`${href}#${getLedgerAnchor(field, id)}`}>{words}</Anchor>;
}

/** The date of the stage, whether there is no news since, and whether it is disputed. */
function StageDate({ stageAsOf, isSilent, isDisputed }: FirmRow) {
  const { t, partialDate } = usePlainText();
  const date =
    stageAsOf === null
      ? t("firms.stageDate.noReport")
      : t.rich("firms.stageDate.reported", {
          date: partialDate(stageAsOf),
          silent: isSilent ? "yes" : "no",
          mark: (chunks) => <span className="text-amber-ink">{chunks}</span>,
        });
  return isDisputed ? (
    <>
      {date} <span className="disputed">{t("common.disputed")}</span>
    </>
  ) : (
    date
  );
}
