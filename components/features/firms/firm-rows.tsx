"use client";

import type { ReactNode } from "react";
import { StepTrack } from "@/components/charts/bar";
import { UnknownValue } from "@/components/evidence/evidence-line";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FIRM_COLUMNS, type FirmColumnKey } from "./firm-columns";

/** A firm in a zone, in words. What is not known is left out. */
export interface FirmRow extends Partial<Record<FirmColumnKey, string>> {
  /** Id of the tenancy. */
  readonly id: string;
  readonly firm: string;
  /** The firm's page at the moment of the address. */
  readonly page: string;
  readonly zone: string;
  readonly zonePage: string;
  readonly isCandidate?: true;
  readonly isStrategic?: true;
  readonly stage?: string;
  /** How many steps of the ladder are reached. */
  readonly reached?: number;
}

interface FirmRowsProps {
  /** Of `FirmRow`. */
  rows: PackedRecords;
  /** Beside each stage: its date. */
  notes: readonly ReactNode[];
  /** Steps of the ladder. */
  steps: number;
}

/** Firms as rows of a table. A client component, so that a page sends their words once beside the markup. */
export function FirmRows({ rows, notes, steps }: FirmRowsProps) {
  const { t } = usePlainText();
  return unpackRecords<FirmRow>(rows).map((row, i) => (
    <tr key={row.id}>
      <th scope="row">
        <a className="link" href={row.page}>
          {row.firm}
        </a>
      </th>
      <td>
        <a href={row.zonePage}>{row.zone}</a>{" "}
        {row.isCandidate ? <span className="meta">{t("common.approval.candidate")}</span> : null}
      </td>
      <td>
        <div>
          <StepTrack steps={steps} reached={row.reached ?? null} />
        </div>
        <Value row={row} words={row.stage} field="tenancyStage" />{" "}
        <span className="meta">{notes[i]}</span>
      </td>
      {FIRM_COLUMNS.map(({ key, field }) => (
        <td key={key}>
          <Value row={row} words={row[key]} field={field} />
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
function Value({ row: { page, id }, words, field }: ValueProps) {
  if (words === undefined) return <UnknownValue />;
  return (
    <a className="evidence-link" href={`${page}#${getLedgerAnchor(field, id)}`}>
      {words}
    </a>
  );
}
