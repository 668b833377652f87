"use client";

import type { CSSProperties } from "react";
import type { Fact } from "@/components/evidence/fact";
import { FactDate, FactValue } from "@/components/evidence/fact-view";
import { Anchor } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FIRM_COLUMNS } from "./firm-columns";
import "./firm-table.css";

/** A firm of a zone. */
export interface FirmTableRow {
  readonly name: string;
  /** Its page. */
  readonly href: string;
  readonly isStrategic: boolean;
  /** In the order of `FIRM_COLUMNS`. */
  readonly facts: readonly Fact[];
}

interface FirmTableProps {
  /** Name of the table, read aloud. */
  label: string;
  /** Heads of the columns: of the firms' names, then of `FIRM_COLUMNS`. */
  heads: readonly string[];
  firms: readonly FirmTableRow[];
}

/**
 * The firms of a zone, one a row, each value with its date. Its parent positions what only a screen reader gets. A client
 * component, so that a page sends its words once beside the markup.
 */
export function FirmTable({ label, heads, firms }: FirmTableProps) {
  const [firm, ...columns] = heads;
  // The labels of a card, which the style sheet writes before each value.
  const labels: CSSProperties = Object.fromEntries(
    FIRM_COLUMNS.map(({ name }, i) => [`--label-${name}`, JSON.stringify(columns[i])]),
  );
  return (
    <section aria-label={label} className="relative">
      <table className="firm-table w-full table-fixed print:text-12" style={labels}>
        <thead>
          <tr className="border-line-2 border-b text-12 text-ink-3">
            <th scope="col" className="w-[17%] py-1 pe-2 font-medium">
              {firm}
            </th>
            {FIRM_COLUMNS.map(({ field, width, look }, i) => (
              <th key={field} scope="col" className={cx("py-1 pe-2 font-medium", width, look)}>
                {columns[i]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <FirmRows firms={firms} />
        </tbody>
      </table>
    </section>
  );
}

function FirmRows({ firms }: Pick<FirmTableProps, "firms">) {
  const { t } = usePlainText();
  return firms.map(({ name, href, isStrategic, facts }) => (
    <tr key={href}>
      <th scope="row">
        <Anchor className="link" href={href}>
          {name}
        </Anchor>
      </th>
      {facts.map((fact) => (
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
