import type { KeyboardEvent, ReactNode } from "react";
import { DisputedMark } from "@/components/evidence/evidence-line";
import { SupportMark } from "@/components/evidence/support-mark";
import { IconButton } from "@/components/ui/button";
import { PencilIcon } from "@/components/ui/icons";
import { Original } from "@/components/ui/original";
import type { GroupKey } from "@/lib/catalogue/groups";
import { useText } from "@/lib/text/use-text";
import { SHEET_GROUPS, type SheetRow } from "./sheet-rows";
import "./sheet-table.css";

interface SheetTableProps {
  rows: readonly SheetRow[];
  /** How many values of each group are known, of how many. */
  known: ReadonlyMap<GroupKey, { readonly known: number; readonly total: number }>;
  /** What stands in place of an open row; null: it is not open. */
  editorOf: (row: SheetRow) => ReactNode | null;
  onOpen: (row: SheetRow) => void;
}

/** The values in their groups, each with a pencil; those of each firm are folded. */
export function SheetTable({ rows, known, editorOf, onOpen }: SheetTableProps) {
  const { t, groupLabel } = useText();
  return (
    <div data-sheet>
      <div className="sheet-caption" aria-hidden="true">
        {COLUMNS.map((column) => (
          <span key={column}>{t(`sheet.columns.${column}`)}</span>
        ))}
      </div>
      {SHEET_GROUPS.map((group) => {
        const own = rows.filter((row) => row.group === group);
        if (own.length === 0) return null;
        const counts = known.get(group);
        const firms = [...new Set(own.map(({ firm }) => firm))];
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="sheet-group">
              {groupLabel(group)}{" "}
              {counts && group !== "tenancy" ? (
                <span className="font-normal font-sans text-12 text-ink-3">
                  {t("sheet.known", counts)}
                </span>
              ) : null}
            </h2>
            {firms.map((firm) => {
              const ofFirm = own.filter((row) => row.firm === firm);
              const lines = ofFirm.map((row) => (
                <SheetLine key={row.key} row={row} editor={editorOf(row)} onOpen={onOpen} />
              ));
              return firm === null ? (
                <ul key="zone">{lines}</ul>
              ) : (
                <details
                  key={firm}
                  className="fold sheet-firm"
                  open={ofFirm.some((row) => editorOf(row) !== null) || undefined}
                >
                  <summary>{firm}</summary>
                  <ul>{lines}</ul>
                </details>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}

/** Arrows go from pencil to pencil, over open values and folded firms. */
function moveToPencil(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const sheet = event.currentTarget.closest("[data-sheet]");
  if (by === 0 || sheet === null) return;
  const pencils = [...sheet.querySelectorAll<HTMLElement>("[data-pencil]")].filter((pencil) =>
    pencil.checkVisibility(),
  );
  event.preventDefault();
  pencils[pencils.indexOf(event.currentTarget) + by]?.focus();
}

const COLUMNS = ["fact", "value", "reported", "source", "support"] as const;

interface SheetLineProps {
  row: SheetRow;
  editor: ReactNode | null;
  onOpen: (row: SheetRow) => void;
}

/** One value; while it is changed, its editor. */
function SheetLine({ row, editor, onOpen }: SheetLineProps) {
  const text = useText();
  const { t } = text;
  const { label, words, lang, mark, date, ageDays, isTimeless, isFresh, support, isWeak } = row;
  if (editor !== null) return <li className="py-1">{editor}</li>;
  return (
    <li className="sheet-row" data-row={row.key}>
      <span className="text-ink-2">{label}</span>
      <span className="min-w-0 break-words">
        {words === undefined ? (
          <span className="unknown">{t("common.unknown")}</span>
        ) : (
          <span className="font-medium">
            {lang ? <Original lang={lang}>{words}</Original> : words}
          </span>
        )}{" "}
        {mark === "contested" ? <DisputedMark /> : null}
        {mark === "settled" ? (
          <span className="text-12 text-ink-3">{t("evidence.settled")}</span>
        ) : null}
      </span>
      <span className="tabular text-12 text-ink-2">
        {date === undefined
          ? row.unused
            ? t("common.count.unusedReports", { count: row.unused })
            : t("evidence.noReport")
          : null}
        {date === undefined ? null : (
          <span className={isFresh ? "fresh" : undefined}>{text.partialDate(date)}</span>
        )}
        {date === undefined || isTimeless || ageDays === undefined ? null : (
          <span className="text-ink-3"> · {text.age(ageDays)}</span>
        )}
      </span>
      <span className="sheet-source min-w-0 break-words text-12 text-ink-2">{row.publisher}</span>
      <span className="meta">
        {support ? <SupportMark support={support} weak={isWeak === 1} /> : null}
      </span>
      <IconButton
        data-pencil
        label={
          row.firm === null
            ? t("sheet.change", { field: label })
            : t("sheet.changeOfFirm", { field: label, firm: row.firm })
        }
        variant="quiet"
        onClick={() => onOpen(row)}
        onKeyDown={moveToPencil}
      >
        <PencilIcon />
      </IconButton>
    </li>
  );
}
