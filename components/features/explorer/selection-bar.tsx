"use client";

import type { Route } from "next";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { COMPARE_LIMITS } from "@/lib/query/compare";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import type { ZoneNames } from "@/lib/text/condition-words";
import type { ColumnKey } from "./columns";
import { ExportButton } from "./export-button";
import type { ExportSubject } from "./export-menu";
import { rowsAsText } from "./rows-as-text";

/** Props of what can be done with the picked zones. */
export interface SelectionBarProps {
  /** Slugs of all picked zones, those outside the list included. */
  selected: readonly string[];
  /** The picked zones that the list holds. */
  rows: readonly RankedRow[];
  names: ZoneNames;
  columns: readonly ColumnKey[];
  subject: ExportSubject;
  onShowOnly: () => void;
  onClear: () => void;
  onExportFailure: (sentence: string | null) => void;
}

/** What can be done with the picked zones; stands at the foot of the list while there are any. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, rows, names, columns, subject } = props;
  const [only] = selected;
  if (only === undefined) return null;
  const away = selected.length - rows.length;
  async function copyRows() {
    try {
      await navigator.clipboard.writeText(rowsAsText(rows, columns));
      toast(rows.length === 1 ? "Row copied" : `${rows.length} rows copied`);
    } catch {
      toast("The rows could not be copied");
    }
  }
  return (
    <section aria-label="Selected zones" className="explorer-selection no-print">
      <p role="status">
        <b>
          {selected.length === 1
            ? shortZoneName(names.get(only) ?? only)
            : `${selected.length} zones`}
        </b>{" "}
        selected
        {away > 0 ? <span className="text-ink-3"> ({away} not in the list)</span> : null}
      </p>
      {selected.length === 1 ? (
        <Link className="link" href={`/zones/${only}` as Route} prefetch={false}>
          Open
        </Link>
      ) : (
        <button type="button" className="link" onClick={props.onShowOnly}>
          Show only these
        </button>
      )}
      <CompareLink selected={selected} query={subject.query} />
      {rows.length > 0 ? (
        <>
          <Button onClick={copyRows}>{rows.length === 1 ? "Copy row" : "Copy rows"}</Button>
          <ExportButton
            subject={subject}
            label={rows.length === 1 ? "Export this" : "Export these"}
            side="top"
            onFailure={props.onExportFailure}
          />
        </>
      ) : null}
      <button type="button" className="link" onClick={props.onClear}>
        Clear selection
      </button>
    </section>
  );
}

/** Leads to the picked zones side by side, under the same weights and on the same day; says why not where they are too few or too many. */
function CompareLink({ selected, query }: { selected: readonly string[]; query: Query }) {
  if (selected.length < COMPARE_LIMITS.min) {
    return <span className="text-12 text-ink-3">Pick one more to compare</span>;
  }
  if (selected.length > COMPARE_LIMITS.max) {
    return <span className="text-12 text-ink-3">At most {COMPARE_LIMITS.max} can be compared</span>;
  }
  const { weights, asOf, knownOn } = query;
  const search = toSearch(
    writeQuery({ ...DEFAULT_QUERY, zones: selected, weights, asOf, knownOn }),
  );
  return (
    <Link className={buttonClass("main")} href={`/compare${search}` as Route} prefetch={false}>
      Compare
    </Link>
  );
}
