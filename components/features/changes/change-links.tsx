import { PrintButton } from "@/components/layout/page-actions";
import { getQuarterBefore, getQuarterOn, type Quarter } from "@/lib/changes/span";
import type { Moment } from "@/lib/evidence/resolve";
import { buildAddress } from "./changes-request";

type Pairs = readonly (readonly [string, string])[];

/** Props of the ways on from the list of changes. */
export interface ChangeLinksProps {
  /** The quarter that is shown; null: none. */
  quarter: Quarter | null;
  versions: boolean;
  latest: Moment;
  /** The two moments and the conditions, as the address says them. */
  ends: Pairs;
  conditions: Pairs;
}

/** Briefs of the last quarters, versions instead of days, the same as a feed and as JSON, and print. */
export function ChangeLinks({ quarter, versions, latest, ends, conditions }: ChangeLinksProps) {
  const current = getQuarterOn(latest.asOf);
  const quarters = [current];
  while (quarters.length < 5) quarters.push(getQuarterBefore(quarters.at(-1) ?? current));
  // A feed is of whom and what, never of two moments.
  const feed = buildAddress("/api/v1/changes.atom", conditions);
  return (
    <div className="no-print mb-8 flex flex-wrap items-center gap-x-6 gap-y-2 text-12 text-ink-2">
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        <span>Brief of a quarter</span>
        {quarters.map(({ name }) =>
          name === quarter?.name ? (
            <b key={name} aria-current="page" className="text-ink">
              {label(name)}
            </b>
          ) : (
            <a
              key={name}
              className="link"
              href={buildAddress("/changes", [["quarter", name], ...conditions])}
            >
              {label(name)}
            </a>
          ),
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        {versions ? (
          <a className="link" href={buildAddress("/changes", conditions)}>
            Compare days
          </a>
        ) : (
          <a
            className="link"
            href={buildAddress("/changes", [
              ["from", `r${Math.max(0, latest.revision - 1)}`],
              ["to", `r${latest.revision}`],
              ...conditions,
            ])}
          >
            Compare versions
          </a>
        )}
        <a className="link" href={feed} type="application/atom+xml">
          Atom feed{conditions.length > 0 ? " of these conditions" : ""}
        </a>
        <a className="link" href={buildAddress("/api/v1/changes", [...ends, ...conditions])}>
          JSON
        </a>
      </p>
      <PrintButton />
    </div>
  );
}

function label(quarter: string): string {
  const [year, number] = quarter.split("-");
  return `${number} ${year}`;
}
