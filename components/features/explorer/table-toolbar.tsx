"use client";

import { useState } from "react";
import type { ChangeQuery } from "@/components/query-bar/change-query";
import { ConditionChips } from "@/components/query-bar/condition-chips";
import { loadFilterSheet } from "@/components/query-bar/load-filter-sheet";
import { SameZones } from "@/components/query-bar/same-zones";
import { Button } from "@/components/ui/button";
import { ColumnsIcon, FilterIcon } from "@/components/ui/icons";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { Query } from "@/lib/query/query";
import { listActiveConditions } from "@/lib/query/query-edits";
import type { ZoneNames } from "@/lib/text/condition-words";
import type { ExplorerAnswer } from "./explorer-answer";
import { ExportButton } from "./export-button";
import type { ExportSubject } from "./export-menu";
import { loadColumnChooser } from "./lazy-parts";
import { SortSelect } from "./sort-select";
import type { ChangeView } from "./use-explorer";
import type { ExplorerView } from "./view-params";

/** Props of what stands over the table. */
export interface TableToolbarProps {
  query: Query;
  view: ExplorerView;
  answer: ExplorerAnswer;
  names: ZoneNames;
  subject: ExportSubject;
  onQuery: ChangeQuery;
  onView: ChangeView;
  onExportFailure: (sentence: string | null) => void;
}

/** How many zones match, what narrows them, and what to do with them. */
export function TableToolbar(props: TableToolbarProps) {
  const { query, view, answer, names, subject, onQuery, onView } = props;
  return (
    <div className="explorer-toolbar">
      <p role="status" className="whitespace-nowrap">
        <b className="tabular">{answer.rows.length}</b> of{" "}
        <span className="tabular">{answer.total}</span> zones
      </p>
      <div className="explorer-chips">
        <ConditionChips query={query} names={names} onQuery={onQuery} />
        {listActiveConditions(query).length > 0 ? (
          <div className="explorer-wide-only">
            <SameZones query={query} path="/" />
          </div>
        ) : null}
      </div>
      <div className="explorer-acts no-print">
        <FilterButton query={query} answer={answer} onQuery={onQuery} />
        <SortSelect query={query} columns={view.columns} onQuery={onQuery} />
        <DensityButton view={view} onView={onView} />
        <ColumnButton view={view} onView={onView} />
        <ExportButton subject={subject} label="Export" onFailure={props.onExportFailure} />
      </div>
    </div>
  );
}

function FilterButton({
  query,
  answer,
  onQuery,
}: Pick<TableToolbarProps, "query" | "answer" | "onQuery">) {
  const [open, setOpen] = useState(false);
  const sheet = useLoaded(loadFilterSheet);
  const active = listActiveConditions(query).length;
  return (
    <div className="explorer-filter-button">
      <Button
        aria-haspopup="dialog"
        onPointerEnter={sheet.load}
        onClick={() => {
          sheet.load();
          setOpen(true);
        }}
      >
        <FilterIcon />
        Filter{active > 0 ? <span className="tabular">({active})</span> : null}
      </Button>
      {sheet.part ? (
        <sheet.part
          open={open}
          onOpenChange={setOpen}
          found={answer.rows.length}
          query={query}
          facets={answer.facets}
          onQuery={onQuery}
        />
      ) : null}
    </div>
  );
}

function DensityButton({ view, onView }: Pick<TableToolbarProps, "view" | "onView">) {
  const compact = view.density === "compact";
  return (
    <Button
      variant="quiet"
      className="explorer-wide-only"
      aria-pressed={compact}
      onClick={() => onView((now) => ({ ...now, density: compact ? "dated" : "compact" }))}
    >
      Compact
    </Button>
  );
}

function ColumnButton({ view, onView }: Pick<TableToolbarProps, "view" | "onView">) {
  const [open, setOpen] = useState(false);
  const chooser = useLoaded(loadColumnChooser);
  const words = (
    <>
      <ColumnsIcon />
      <span className="explorer-word">Columns</span>
    </>
  );
  return chooser.part ? (
    <chooser.part
      trigger={<Button variant="quiet">{words}</Button>}
      open={open}
      onOpenChange={setOpen}
      columns={view.columns}
      onColumns={(columns) => onView((now) => ({ ...now, columns }), { act: "columns" })}
    />
  ) : (
    <Button
      variant="quiet"
      aria-haspopup="dialog"
      onClick={() => {
        chooser.load();
        setOpen(true);
      }}
    >
      {words}
    </Button>
  );
}
