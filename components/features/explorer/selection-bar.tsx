"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/layout/link";
import { Button, buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { shortenZoneName, zoneName } from "@/lib/evidence/zone-name";
import { COMPARE_LIMITS } from "@/lib/query/compare";
import type { Query } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import type { ZoneNames } from "@/lib/text/query-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { PartialDate } from "@/lib/time/day";
import { type ColumnKey, columnShort, isComposed } from "./columns";
import { compareHref } from "./compare-first";
import { ExportButton } from "./export-button";
import type { ExportSubject } from "./export-menu";

interface SelectionBarProps {
  /** Slugs of all selected zones, those outside the list included. */
  selected: readonly string[];
  /** The selected zones that are in the list. */
  rows: readonly RankedRow[];
  names: ZoneNames;
  columns: readonly ColumnKey[];
  subject: ExportSubject;
  onShowOnly: () => void;
  onClear: () => void;
  onExportFailure: (sentence: string | null) => void;
}

/** Actions on the selected zones, at the foot of the list while there are any. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, rows, names, columns, subject } = props;
  const text = useText();
  const { t } = text;
  const [only] = selected;
  if (only === undefined) return null;
  const isOne = selected.length === 1;
  const away = selected.length - rows.length;
  const bold = (words: ReactNode) => <b>{words}</b>;
  async function copyRows() {
    try {
      await navigator.clipboard.writeText(writeRows(text, rows, columns));
      toast(t("explorer.selection.copied", { count: rows.length }));
    } catch {
      toast(t("explorer.selection.copyFailed"));
    }
  }
  return (
    <section
      aria-label={t("explorer.selection.title")}
      className="selection-bar no-print flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 border-line-2 border-t bg-paper py-[7px] ps-3.5 pe-4 max-[60rem]:fixed max-[60rem]:inset-x-0 max-[60rem]:bottom-0 max-[60rem]:z-5 max-[60rem]:pb-[max(7px,env(safe-area-inset-bottom))] max-[60rem]:shadow-sheet"
    >
      <p role="status">
        {isOne
          ? t.rich("explorer.selection.one", {
              name: shortenZoneName(names.get(only) ?? only),
              b: bold,
            })
          : t.rich("explorer.selection.many", { count: text.number(selected.length), b: bold })}
        {away > 0 ? (
          <span className="text-ink-3">
            {" "}
            {t("explorer.selection.away", { count: text.number(away) })}
          </span>
        ) : null}
      </p>
      {isOne ? (
        <Link className="link" href={`/zones/${only}` as Route} prefetch={false}>
          {t("explorer.selection.open")}
        </Link>
      ) : (
        <button type="button" className="link" onClick={props.onShowOnly}>
          {t("explorer.selection.showOnly")}
        </button>
      )}
      <CompareLink selected={selected} query={subject.query} />
      {rows.length > 0 ? (
        <>
          <Button onClick={copyRows}>{t("explorer.selection.copy", { count: rows.length })}</Button>
          <ExportButton
            subject={subject}
            label={t("explorer.selection.export")}
            side="top"
            onFailure={props.onExportFailure}
          />
        </>
      ) : null}
      <button type="button" className="link" onClick={props.onClear}>
        {t("explorer.selection.clear")}
      </button>
    </section>
  );
}

/** Leads to the comparison of the selected zones, with the same weights and day; or says why there is none. */
function CompareLink({ selected, query }: { selected: readonly string[]; query: Query }) {
  const text = useText();
  if (selected.length < COMPARE_LIMITS.min) {
    return <span className="text-12 text-ink-3">{text.t("explorer.selection.tooFew")}</span>;
  }
  if (selected.length > COMPARE_LIMITS.max) {
    return (
      <span className="text-12 text-ink-3">
        {text.t("explorer.selection.tooMany", { most: text.number(COMPARE_LIMITS.max) })}
      </span>
    );
  }
  return (
    <Link
      className={buttonClass("main")}
      href={compareHref(selected, query) as Route}
      prefetch={false}
    >
      {text.t("explorer.selection.compare")}
    </Link>
  );
}

/**
 * Rows as text for a spreadsheet: a head line, tabs between cells, the columns as shown. Standing
 * takes 4 cells, readiness 3, each gap 2. Unknown is written out.
 */
export function writeRows(
  text: Text,
  rows: readonly RankedRow[],
  columns: readonly ColumnKey[],
): string {
  const head = [columnShort(text, "name"), ...columns.flatMap((key) => writeHeads(text, key))];
  const lines = rows.map((row) => [
    zoneName(row),
    ...columns.flatMap((key) => writeCells(text, row, key)),
  ]);
  return [head, ...lines].map((line) => line.map(escapeCell).join("\t")).join("\n");
}

/** The two fields of each gap, with the unit of both. */
const GAP_FIELDS = {
  power: { fields: ["powerEnergisedMw", "powerNeededMw"], unit: "MW" },
  gasSupply: { fields: ["gasSuppliedMmcfd", "gasNeededMmcfd"], unit: "MMCFD" },
} as const;

function writeHeads(text: Text, key: ColumnKey): string[] {
  if (!isComposed(key)) return [text.fieldLabel(key)];
  if (key === "standing") {
    return [
      text.t("query.filter.standing"),
      text.fieldLabel("status"),
      text.t("explorer.copiedRows.since"),
      text.t("explorer.copiedRows.lastReported"),
    ];
  }
  if (key === "readiness") {
    return [
      text.t("explorer.copiedRows.low"),
      text.t("explorer.copiedRows.high"),
      text.t("explorer.copiedRows.completeness"),
    ];
  }
  const { fields, unit } = GAP_FIELDS[key];
  const { name } = text.unitWords(unit);
  return fields.map((field) =>
    text.t("explorer.copiedRows.withUnit", { field: text.fieldLabel(field), unit: name }),
  );
}

function writeCells(
  text: Text,
  { values, readiness, progress }: RankedRow,
  key: ColumnKey,
): string[] {
  // Numbers go without separators of thousands, so that a spreadsheet reads them as numbers.
  const writeValue = (field: ZoneFieldKey) => {
    const value = values[field];
    return typeof value === "number" ? String(value) : text.bareValue(field, value);
  };
  if (!isComposed(key)) return [writeValue(key)];
  if (key === "standing") {
    const { standing, since, lastReported } = progress;
    const writeDate = (date: PartialDate | null) => date ?? text.t("common.unknown");
    return [
      text.t(`query.standing.${standing}`),
      writeValue("status"),
      ...[since, lastReported].map(writeDate),
    ];
  }
  if (key !== "readiness") return GAP_FIELDS[key].fields.map(writeValue);
  if (readiness === null) return Array<string>(3).fill(text.t("common.notApplicableBare"));
  const { low, high, coverage } = readiness;
  return [low, high]
    .map((score) => text.number(score, { digits: 0 }))
    .concat(text.percent(coverage));
}

/** A cell must not break its line, nor be taken for a formula when it is pasted. */
function escapeCell(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return /^[=+@]|^-(?!\d)/.test(line) ? `'${line}` : line;
}
