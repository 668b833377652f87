"use client";

import type { Fact } from "@/components/evidence/fact";
import { FactDate, FactValue } from "@/components/evidence/fact-view";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";

/** A firm of a zone. */
export interface FirmTableRow {
  readonly name: string;
  /** Its page. */
  readonly href: string;
  readonly isStrategic?: 1;
}

interface FirmTableRowsProps {
  /** Of `FirmTableRow`. */
  firms: PackedRecords;
  /** Of `Fact`: those of the first firm, then those of the next. */
  facts: PackedRecords;
}

/** Firms as rows of a table. A client component, so that a page sends their words once beside the markup. */
export function FirmTableRows({ firms, facts }: FirmTableRowsProps) {
  const { t } = usePlainText();
  const rows = unpackRecords<FirmTableRow>(firms);
  const all = unpackRecords<Fact>(facts);
  const columns = all.length / rows.length;
  return rows.map(({ name, href, isStrategic }, i) => (
    <tr key={href}>
      <th scope="row">
        <a className="link" href={href}>
          {name}
        </a>
      </th>
      {all.slice(i * columns, (i + 1) * columns).map((fact) => (
        <td key={fact.field}>
          <FactValue fact={fact} unknown={t("common.unknown")} />
          {fact.date === undefined ? null : <FactDate fact={fact} />}
          {fact.field === "tenancySector" && isStrategic ? (
            <span className="block text-12 text-ink-2">{t("common.strategicSector")}</span>
          ) : null}
        </td>
      ))}
    </tr>
  ));
}
