import { Figure } from "@/components/charts/figure";
import { type BearsOn, CONSTRAINTS } from "@/lib/catalogue/constraints";
import { computeTrace, type TracePart } from "@/lib/context/constraint-trace";
import type { Query } from "@/lib/query/query";
import { withChoice } from "@/lib/query/query-edits";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { fieldTitle } from "@/lib/text/context-words";
import { TraceBar } from "./trace-bar";

/** Props of a constraint's trace. */
export interface TraceFigureProps {
  /** Key of the constraint. */
  name: string;
  zones: readonly RankedRow[];
  query: Query;
  /** What stands under every picture of it. */
  source: string;
}

/** How the zones stand today in what a constraint bears on; each count leads to its zones. */
export function TraceFigure({ name, zones, query, source }: TraceFigureProps) {
  const { label, bearsOn } = CONSTRAINTS[name] ?? { label: name, bearsOn: [] };
  const traces = bearsOn.map((one) => ({ ...one, parts: computeTrace(zones, one.field) }));
  const pathOf = (field: BearsOn["field"], { choice }: TracePart) =>
    choice === null ? undefined : `/${toSearch(writeQuery(withChoice(query, field, choice)))}`;
  return (
    <Figure
      title={`${label}: what it bears on in the zones`}
      name={`context-${name}`}
      source={source}
      columns={[
        { key: "field", label: "Bears on" },
        { key: "value", label: "Stands at" },
        { key: "zones", label: "Zones", numeric: true },
      ]}
      rows={traces.flatMap(({ field, parts }) =>
        parts.map((part) => ({
          field: fieldTitle(field),
          value: part.label,
          zones: part.count,
          href: pathOf(field, part),
        })),
      )}
    >
      <ul className="grid gap-4">
        {traces.map(({ field, why, parts }) => (
          <li key={field} className="break-inside-avoid">
            <h3 className="font-semibold text-15">{fieldTitle(field)}</h3>
            <p className="mb-1.5 text-12 text-ink-2">{why}</p>
            <TraceBar field={field} parts={parts} zones={zones.length} />
            <p className="mt-0.5 flex flex-wrap gap-x-4">
              {parts.map((part) =>
                part.count === 0 ? null : (
                  <Count key={part.value} part={part} href={pathOf(field, part)} />
                ),
              )}
            </p>
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function Count({ part, href }: { part: TracePart; href: string | undefined }) {
  const words =
    part.tone.kind === "unknown" ? (
      <span className="unknown">{part.label.toLowerCase()}</span>
    ) : (
      part.label
    );
  if (href === undefined) {
    return (
      <span>
        {words} <b className="tabular">{part.count}</b>
      </span>
    );
  }
  return (
    <a
      className="inline-flex min-h-6 items-center gap-1 hover:text-accent pointer-coarse:min-h-11"
      href={href}
    >
      {words} <b className="tabular link">{part.count}</b>
    </a>
  );
}
