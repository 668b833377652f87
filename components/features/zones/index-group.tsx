"use client";

import { DisputedMark } from "@/components/evidence/evidence-line";
import { Anchor } from "@/components/layout/link";
import type { FieldKey } from "@/lib/catalogue/fields";
import { entryPath, getLedgerAnchor } from "@/lib/evidence/addresses";
import { usePlainText } from "@/lib/text/use-plain-text";
import "./index-group.css";

/** A fact in the index. */
export interface IndexEntry {
  /** Title of its group. */
  readonly group: string;
  readonly field: FieldKey;
  /** Name of the field. */
  readonly label: string;
  /** Id and name of the firm that it is about. */
  readonly tenancy?: string | undefined;
  readonly firm?: string | undefined;
  /** The number of its reports; absent: none was found. */
  readonly reports?: number | undefined;
  readonly disputed?: true | undefined;
}

interface IndexGroupsProps {
  /** Of `IndexEntry`, group by group. */
  entries: readonly IndexEntry[];
  /** Slug of the zone. */
  zone: string;
  /** The parameters of the moment in the address. */
  moment: readonly (readonly [string, string])[];
}

/** Facts with the number of their reports, each of which leads to them. A client component, so that a page sends few words for each fact beside its markup. */
export function IndexGroups({ entries, zone, moment }: IndexGroupsProps) {
  const { t } = usePlainText();
  const facts = entries;
  const titles = [...new Set(facts.map(({ group }) => group))];
  return titles.map((title) => (
    <div key={title} className="index-group">
      <h3>{title}</h3>
      <ul>
        {facts
          .filter(({ group }) => group === title)
          .map(({ field, label, tenancy = null, firm, reports, disputed }) => {
            const anchor = getLedgerAnchor(field, tenancy);
            return (
              <li key={anchor} id={anchor}>
                <Anchor href={entryPath(zone, anchor, moment)}>
                  {firm === undefined ? label : t("common.firmField", { firm, field: label })}
                </Anchor>{" "}
                <span>
                  {reports === undefined
                    ? t("evidence.noReport")
                    : t("common.count.reports", { count: reports })}
                </span>{" "}
                {disputed ? <DisputedMark /> : null}
              </li>
            );
          })}
      </ul>
    </div>
  ));
}
