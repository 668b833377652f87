"use client";

import type { ReactElement } from "react";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportAddress,
} from "@/components/query-bar/export-formats";
import { Menu, MenuItem, MenuNote, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Query } from "@/lib/query/query";
import { formatRevision } from "@/lib/text/revision-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";
import { type ColumnKey, DEFAULT_COLUMNS, listShownFields } from "./columns";

/** What is exported. */
export interface ExportSubject {
  query: Query;
  /** Slugs of selected zones; empty: all that match. */
  selected: readonly string[];
  /** The columns of the table. */
  columns: readonly ColumnKey[];
  /** Number of zones. */
  count: number;
  asOf: Day;
  revision: number;
}

/** The zones in the list, or the selected zones, as a file. */
export function ExportMenu({
  trigger,
  subject,
  side,
  onFormat,
}: {
  trigger: ReactElement;
  subject: ExportSubject;
  side?: "top" | "bottom";
  onFormat: (format: ExportFormat, address: string) => void;
}) {
  const text = usePlainText();
  const { query, selected, columns, count, asOf, revision } = subject;
  const first = columns === DEFAULT_COLUMNS ? [] : listShownFields(columns);
  async function copyAddress() {
    const address = exportAddress(EXPORT_FORMATS[0], query, selected);
    try {
      await navigator.clipboard.writeText(new URL(address, window.location.href).href);
      toast(text.t("explorer.export.copied"));
    } catch {
      toast(text.t("explorer.export.copyFailed"));
    }
  }
  return (
    <Menu trigger={trigger} side={side} defaultOpen>
      <MenuNote>
        <b className="block text-13 text-ink">
          {text.t(selected.length > 0 ? "explorer.export.titleSelected" : "explorer.export.title", {
            count,
          })}
        </b>
        {text.t("explorer.export.moment", {
          day: text.day(asOf),
          revision: formatRevision(revision),
        })}
      </MenuNote>
      {EXPORT_FORMATS.map((format) => (
        <MenuItem
          key={format.extension}
          hint={text.t(`query.file.${format.extension}`)}
          onSelect={() => onFormat(format, exportAddress(format, query, selected, first))}
        >
          {format.name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={copyAddress}>{text.t("explorer.export.copyLink")}</MenuItem>
      <MenuNote>{text.t("explorer.export.note")}</MenuNote>
    </Menu>
  );
}
