"use client";

import { DisputedMark } from "@/components/evidence/evidence-line";
import { entryPath } from "@/lib/evidence/addresses";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import { usePlainText } from "@/lib/text/use-plain-text";
import "./index-group.css";

/** A fact in the index. */
export interface IndexEntry {
  readonly anchor: string;
  readonly label: string;
  /** The number of its reports; null: none was found. */
  readonly reports: number | null;
  readonly disputed?: true;
}

interface IndexGroupProps {
  title: string;
  /** Of `IndexEntry`. */
  entries: PackedRecords;
  /** Slug of the zone. */
  zone: string;
  /** The parameters of the moment in the address. */
  moment: readonly (readonly [string, string])[];
}

/** Facts with the number of their reports, each of which leads to them. A client component, so that a page sends few words for each fact beside its markup. */
export function IndexGroup({ title, entries, zone, moment }: IndexGroupProps) {
  const { t } = usePlainText();
  return (
    <div className="border-line border-t py-2">
      <h3 className="mb-1 text-12 text-ink-2">{title}</h3>
      <ul className="index-group">
        {unpackRecords<IndexEntry>(entries).map(({ anchor, label, reports, disputed }) => (
          <li key={anchor} id={anchor}>
            <a className="link" href={entryPath(zone, anchor, moment)}>
              {label}
            </a>{" "}
            <span className="meta">
              {reports === null
                ? t("evidence.noReport")
                : t("common.count.reports", { count: reports })}
            </span>{" "}
            {disputed ? <DisputedMark /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
