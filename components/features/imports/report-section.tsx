import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { saveFile } from "@/lib/client/download";
import type { ImportChange, ImportReport, RefusedCell } from "@/lib/contract/import-answer";
import { getRowNumber, type Table } from "@/lib/entry/table";
import { useText } from "@/lib/text/use-text";

interface ReportSectionProps {
  table: Table;
  report: ImportReport;
  busy: boolean;
  /** @param validOnly leave out the rows that are refused */
  onRecord: (validOnly: boolean) => void;
  /** @param cells with the codes of their problems */
  onConfirm: (cells: readonly string[]) => void;
}

/** The last step: what the check found, and the button that records it, unless only a reviewer may. */
export function ReportSection({ table, report, busy, onRecord, onConfirm }: ReportSectionProps) {
  const { t, list } = useText();
  const { claims, validRows, refusedRows, refused, changes, changeCount, newZones } = report;
  const isAll = refusedRows.length === 0;
  const refusals = (
    <li className={isAll ? undefined : "font-semibold text-rust"}>
      {t("imports.report.refused", { rows: refusedRows.length })}
    </li>
  );
  return (
    <section aria-labelledby="import-report" className="grid gap-4">
      <h2 id="import-report" tabIndex={-1} className="title outline-none">
        {t("imports.report.title")}
      </h2>
      <ul className="grid gap-1">
        {isAll ? null : refusals}
        <li className="font-semibold">{t("imports.report.valid", { claims, rows: validRows })}</li>
        {newZones.length > 0 ? (
          <li>{t("imports.report.newZones", { count: newZones.length, names: list(newZones) })}</li>
        ) : null}
        {isAll ? refusals : null}
        {report.unchanged > 0 ? (
          <li>{t("imports.report.unchanged", { count: report.unchanged })}</li>
        ) : null}
        {report.disputedCount > 0 ? (
          <li className="text-amber-ink">
            {t("imports.report.disputed", { count: report.disputedCount })}
          </li>
        ) : null}
      </ul>
      {isAll ? null : (
        <section aria-labelledby="import-refused" className="grid gap-2">
          <h3 id="import-refused" className="font-semibold">
            {t("imports.report.refusedTitle")}
          </h3>
          <p>{t("imports.report.refusedHelp")}</p>
          <div>
            <Button onClick={() => void saveRefused(table, report)}>
              {t("imports.report.download")}
            </Button>
          </div>
          <LongList
            items={groupRefused(refused)}
            getKey={([{ row, cell, message }]) => `${cell ?? row} ${message}`}
            render={(cells) => <RefusedLine table={table} cells={cells} onConfirm={onConfirm} />}
          />
        </section>
      )}
      {changes.length > 0 ? (
        <section aria-labelledby="import-changes" className="grid gap-2">
          <h3 id="import-changes" className="font-semibold">
            {t("imports.report.changesTitle")}
          </h3>
          <LongList
            items={changes}
            getKey={({ zone, firm, field }) => `${zone} ${firm} ${field}`}
            render={(change) => <ChangeLine change={change} />}
          />
          {changeCount > changes.length ? (
            <p>{t("imports.report.rest", { count: changeCount - changes.length })}</p>
          ) : null}
        </section>
      ) : null}
      {claims === 0 ? null : report.needsReviewer ? (
        <Notice tone="amber">{t("imports.report.needsReviewer")}</Notice>
      ) : isAll ? (
        <div>
          <Button variant="main" aria-disabled={busy} onClick={() => onRecord(false)}>
            {t("imports.report.all", { claims })}
          </Button>
        </div>
      ) : (
        <Notice
          tone="amber"
          action={
            <Button aria-disabled={busy} onClick={() => onRecord(true)}>
              {t("imports.report.validOnly", { rows: validRows })}
            </Button>
          }
        >
          {t("imports.report.validHelp", { refused: refusedRows.length })}
        </Notice>
      )}
    </section>
  );
}

const SHOWN_AT_FIRST = 50;
const SHOWN_MORE = 200;

interface LongListProps<T> {
  items: readonly T[];
  getKey: (item: T) => string;
  render: (item: T) => ReactNode;
}

function LongList<T>({ items, getKey, render }: LongListProps<T>) {
  const { t } = useText();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const more = Math.min(SHOWN_MORE, items.length - shown);
  return (
    <>
      <ul className="grid">
        {items.slice(0, shown).map((item) => (
          <li key={getKey(item)} className="border-line border-t py-1.5">
            {render(item)}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <div>
          <Button onClick={() => setShown(shown + more)}>
            {t("imports.report.more", { count: more })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type RefusedCells = readonly [RefusedCell, ...RefusedCell[]];

/** Refused cells, those with one text and one problem together, unless each has to be confirmed on its own. */
function groupRefused(refused: readonly RefusedCell[]): readonly RefusedCells[] {
  const groups = new Map<unknown, RefusedCells>();
  for (const item of refused) {
    const { column, got, message, confirm } = item;
    const isShared = confirm === null || confirm === "repaired";
    const key = isShared ? JSON.stringify([column, got, message, confirm]) : item;
    groups.set(key, [...(groups.get(key) ?? []), item] as unknown as RefusedCells);
  }
  return [...groups.values()];
}

/** Most addresses of cells that are named of one problem. */
const NAMED_CELLS = 8;

interface RefusedLineProps extends Pick<ReportSectionProps, "table" | "onConfirm"> {
  cells: RefusedCells;
}

function RefusedLine({ table, cells, onConfirm }: RefusedLineProps) {
  const { t, number, list } = useText();
  const { column, got, message, suggestion, confirm } = cells[0];
  const names = cells.map(
    ({ cell, row }) => cell ?? t("imports.report.rowOnly", { row: number(row) }),
  );
  const rest = names.splice(NAMED_CELLS).length;
  // What the row begins with says which one it is.
  const [begins = ""] = table.rows[cells[0].row - getRowNumber(table, 0)] ?? [];
  if (rest > 0) names.push(t("imports.report.moreCells", { count: number(rest) }));
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
      <p className="min-w-0 break-words">
        <b className="me-2 font-semibold">{list(names)}</b>
        <span className="text-ink-3">{column}</span>
        {got === "" ? null : <span className="block">{got}</span>}
        {cells.length > 1 || begins === "" || begins === got ? null : (
          <span className="block text-12 text-ink-3">{begins}</span>
        )}
      </p>
      <p className="min-w-0 break-words">
        {message}
        {suggestion === null ? null : (
          <span className="block text-ink-2">{t("imports.report.suggestion", { suggestion })}</span>
        )}
        {confirm === null ? null : (
          <Button
            className="ms-2"
            onClick={() => onConfirm(cells.map(({ cell }) => `${cell} ${confirm}`))}
          >
            {t("imports.report.confirm", { problem: confirm })}
          </Button>
        )}
      </p>
    </div>
  );
}

function ChangeLine({ change }: { change: ImportChange }) {
  const { t } = useText();
  const { cell, zone, firm, field, before, after, shows, disputed } = change;
  const subject = firm === null ? zone : t("ledger.entry.of", { subject: zone, field: firm });
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
      <p className="min-w-0 break-words">
        <b className="me-2 font-semibold">{cell}</b>
        <span className="text-ink-3">{subject}</span>
      </p>
      <p className="min-w-0 break-words">
        <span className="block text-12 text-ink-3">{field}</span>
        {shows ? t("imports.report.step", { before, after }) : after}
        {shows ? null : <span className="block text-ink-2">{t("imports.report.hidden")}</span>}
        {disputed ? (
          <span className="block text-amber-ink">{t("imports.report.nowDisputed")}</span>
        ) : null}
      </p>
    </div>
  );
}

/** Saves the refused rows with their problems. */
async function saveRefused(table: Table, { refused }: ImportReport): Promise<void> {
  const { refusedCsv } = await import("@/lib/formats/refused-csv");
  const problems = new Map<number, string[]>();
  for (const { row, cell, message, suggestion } of refused) {
    const list = problems.get(row) ?? [];
    list.push(
      [cell, message, suggestion === null ? null : `→ ${suggestion}`].filter(Boolean).join(" "),
    );
    problems.set(row, list);
  }
  const rows = table.rows.flatMap((cells, index) => {
    const found = problems.get(getRowNumber(table, index));
    return found ? [{ cells, problems: found }] : [];
  });
  const file = new Blob([refusedCsv(table.header, rows)], { type: "text/csv" });
  saveFile(file, "refused-rows.csv");
}
