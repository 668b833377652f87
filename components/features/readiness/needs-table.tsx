"use client";

import { Fragment } from "react";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Anchor } from "@/components/layout/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Standing } from "@/lib/readiness/standing";
import { usePlainText } from "@/lib/text/use-plain-text";
import "./readiness.css";

/** A zone as a row. */
export interface NeedsRow {
  readonly name: string;
  /** The address of its page at the moment shown. */
  readonly href: string;
  readonly standing: Standing;
  readonly candidate: boolean;
  /** The heading above the zones of a province; absent where the rows are in another order. */
  readonly province?: string;
  /** How much of what it needs is there: "7/18". */
  readonly reached: string;
  /** In the order of the columns. */
  readonly cells: readonly NeedsCell[];
}

/** A fact of a zone as a cell. */
export interface NeedsCell {
  /** A step of the indicators, or `unknown`. */
  readonly state: string;
  /** The fact, its state and date in words, and how sure it is; absent where nothing is known and no report exists. */
  readonly words?: string;
  readonly mark?: "weak" | "disputed";
}

interface NeedsTableProps {
  label: string;
  groups: readonly {
    readonly title: string;
    readonly fields: readonly { readonly label: string; readonly anchor: string }[];
  }[];
  /** The heads of the first and the last column. */
  heads: { readonly zone: string; readonly reached: string };
  zones: readonly NeedsRow[];
}

/** What each zone has, as signs. A client component, so that a page sends the words once beside the markup. */
export function NeedsTable({ label, groups, heads, zones }: NeedsTableProps) {
  const { t } = usePlainText();
  const fields = groups.flatMap((group) => group.fields);
  let province: string | undefined;
  return (
    <ScrollRegion label={label} className="needs relative max-lg:overflow-x-auto">
      <table>
        <colgroup />
        {groups.map(({ title, fields: { length } }) => (
          <colgroup key={title} span={length} />
        ))}
        <colgroup />
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {heads.zone}
            </th>
            {groups.map(({ title, fields: { length } }, at) => (
              // The last one has too few columns for its word: it stands over the count too, which is a group of its own.
              <th
                key={title}
                scope="colgroup"
                colSpan={at === groups.length - 1 ? length + 1 : length}
              >
                {title}
              </th>
            ))}
          </tr>
          <tr>
            {fields.map(({ label: name, anchor }) => (
              <th key={anchor} scope="col">
                <span>{name}</span>
              </th>
            ))}
            <th scope="col">
              <span>{heads.reached}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => {
            const isFirst = zone.province !== undefined && zone.province !== province;
            province = zone.province;
            return (
              <Fragment key={zone.href}>
                {isFirst ? (
                  <tr>
                    <th scope="rowgroup" colSpan={fields.length + 2}>
                      <span>{zone.province}</span>
                    </th>
                  </tr>
                ) : null}
                <tr data-zone={zone.href}>
                  <th scope="row">
                    <Anchor href={zone.href}>
                      <StandingMark standing={zone.standing} candidate={zone.candidate} />
                      <span>{zone.name}</span>
                      {zone.candidate ? (
                        <span className="sr-only">{`, ${t("common.approval.candidateInFull")}`}</span>
                      ) : null}
                    </Anchor>
                  </th>
                  {zone.cells.map(({ state, words, mark }, at) => {
                    const anchor = fields[at]?.anchor ?? "";
                    return words === undefined ? (
                      <td key={anchor} aria-label={t("common.unknown")}>
                        ?
                      </td>
                    ) : (
                      <td key={anchor}>
                        <Anchor href={`${zone.href}#${anchor}`} title={words}>
                          <NeedSign state={state} mark={mark} />
                        </Anchor>
                      </td>
                    );
                  })}
                  <td>{zone.reached}</td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A state as a box that is filled as far as it is there; "?" is unknown, "×" a report that there is none. */
export function NeedSign({ state, mark }: Pick<NeedsCell, "state" | "mark">) {
  return (
    <i className="need-sign" data-state={state} aria-hidden="true">
      {SIGNS[state] ?? <i />}
      {mark === undefined ? null : <b data-mark={mark} />}
    </i>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  unknown: "?",
  absent: "×",
  "not-applicable": "–",
};
