"use client";

import type { ReactNode } from "react";
import { StepTrack } from "@/components/charts/bar";
import { UnknownValue } from "@/components/evidence/evidence-line";
import type { TenancyFieldKey } from "@/lib/catalogue/fields";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FIRM_COLUMNS } from "./firm-columns";

interface FirmRowProps {
  /** Id of the tenancy. */
  id: string;
  firm: string;
  /** The firm's page at the moment of the address. */
  page: string;
  zone: string;
  zonePage: string;
  isCandidate: boolean;
  /** Steps of the ladder, and how many are reached; null: not known. */
  steps: number;
  reached: number | null;
  /** Beside the stage: its date. */
  note: ReactNode;
  isStrategic: boolean;
  /** The stage and the values of the columns in words; null: not known. */
  stage: string | null;
  values: readonly (string | null)[];
  /** Names of the columns. */
  labels: readonly string[];
}

/** A firm in a zone. A client component, so that a page sends its words once beside the markup. */
export function FirmRow(props: FirmRowProps) {
  const { id, firm, page, zone, zonePage, note, stage, values, labels } = props;
  const { t } = usePlainText();
  return (
    <tr>
      <th scope="row" className="span-all">
        <a className="link" href={page}>
          {firm}
        </a>
      </th>
      <td className="span-all">
        <a href={zonePage}>{zone}</a>{" "}
        {props.isCandidate ? <span className="meta">{t("common.approval.candidate")}</span> : null}
      </td>
      <td className="span-all investor-stage">
        <span className="investor-track">
          <StepTrack steps={props.steps} reached={props.reached} />
        </span>
        <Value words={stage} page={page} field="tenancyStage" id={id} /> {note}
      </td>
      {FIRM_COLUMNS.map(({ key, field }, i) => (
        <td
          key={key}
          data-label={labels[i]}
          className={key === "investment" ? "investor-number" : undefined}
        >
          <Value words={values[i] ?? null} page={page} field={field} id={id} />
          {key === "sector" && props.isStrategic ? (
            <span className="block text-12 text-ink-2">{t("common.strategicSector")}</span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

interface ValueProps {
  /** null: not known. */
  words: string | null;
  page: string;
  field: TenancyFieldKey;
  /** Id of the tenancy. */
  id: string;
}

/** A value as a link to its evidence on the firm's page; an unknown one says so. */
function Value({ words, page, field, id }: ValueProps) {
  if (words === null) return <UnknownValue />;
  return (
    <a className="evidence-link" href={`${page}#${getLedgerAnchor(field, id)}`}>
      {words}
    </a>
  );
}
