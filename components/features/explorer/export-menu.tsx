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
import { formatDay } from "@/lib/text/format-date";

/** What is exported. */
export interface ExportSubject {
  query: Query;
  /** Picked zones; empty: all that match. */
  selected: readonly string[];
  /** How many zones that is. */
  count: number;
  asOf: string;
  version: number;
}

/** Props of the export menu. */
export interface ExportMenuProps {
  trigger: ReactElement;
  subject: ExportSubject;
  side?: "top" | "bottom";
  defaultOpen?: boolean;
  onFormat: (format: ExportFormat, address: string) => void;
}

/** What is seen, or what is picked, as a file. */
export function ExportMenu({ trigger, subject, side, defaultOpen, onFormat }: ExportMenuProps) {
  const { query, selected, count, asOf, version } = subject;
  const zones = `${count} ${selected.length > 0 ? "selected " : ""}${count === 1 ? "zone" : "zones"}`;
  async function copyAddress() {
    const address = exportAddress(EXPORT_FORMATS[0], query, selected);
    try {
      await navigator.clipboard.writeText(new URL(address, window.location.href).href);
      toast("Address copied");
    } catch {
      toast("The address could not be copied");
    }
  }
  return (
    <Menu trigger={trigger} side={side} defaultOpen={defaultOpen}>
      <MenuNote>
        <b className="block text-13 text-ink">Export {zones}</b>
        as of {formatDay(asOf)}, revision {version}
      </MenuNote>
      {EXPORT_FORMATS.map((format) => (
        <MenuItem
          key={format.extension}
          hint={format.holds}
          onSelect={() => onFormat(format, exportAddress(format, query, selected))}
        >
          {format.name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={copyAddress}>Copy the address of the CSV, for programs</MenuItem>
      <MenuNote>
        Filter, day, licence, citation and boundary note travel with the file. Unknown stays
        unknown.
      </MenuNote>
    </Menu>
  );
}
