import { sourcePath, webAddress } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import type { SourceRow } from "@/lib/evidence/source-rows";
import { formatAge, formatPartialDate } from "@/lib/text/format-date";
import { counted } from "@/lib/text/source-summary";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";

/** Props of the list. */
export interface SourceListProps {
  rows: readonly SourceRow[];
  /** The day looked at, from which ages are told. */
  asOf: Day;
  /** The moment as the address asks for it. */
  moment: readonly (readonly [string, string])[];
}

/** The sources, one a row, each at an anchor of its own id; the title leads to all that rests on it. */
export function SourceList({ rows, asOf, moment }: SourceListProps) {
  return (
    <ol className="border-line-2 border-t">
      {rows.map((row) => (
        <li
          key={row.source.id}
          id={row.source.id}
          className="grid scroll-mt-4 gap-x-6 gap-y-1 border-line border-b py-1.5 target:bg-accent-wash md:items-baseline md:grid-cols-[minmax(0,1fr)_6.5rem_8.5rem_minmax(0,15rem)]"
        >
          <div className="min-w-0 break-words">
            <a
              className="link inline-block py-1 font-medium"
              href={sourcePath(row.source.id, moment)}
            >
              {row.source.title}
            </a>
            <p className="text-12 text-ink-2">
              {row.source.publisher}
              <Original source={row.source} />
            </p>
          </div>
          <p className="text-12 text-ink-2 md:text-13">{row.source.kind}</p>
          <Published source={row.source} asOf={asOf} />
          <Resting row={row} />
        </li>
      ))}
    </ol>
  );
}

function Original({ source: { title, url } }: { source: Source }) {
  const address = webAddress(url);
  if (address === null) return <span className="text-ink-3"> · no address on the web</span>;
  return (
    <>
      {" · "}
      <a
        className="link inline-block py-1"
        href={address}
        rel="external noopener"
        aria-label={`Read “${title}”`}
      >
        Read it
      </a>
    </>
  );
}

/** When a source was published, and how old that is. */
function Published({ source, asOf }: { source: Source; asOf: Day }) {
  const { publishedOn, publishedOnEstimated } = source;
  if (publishedOn === null) return <p className="unknown">undated</p>;
  const age = daysBetween(firstDay(publishedOn), asOf);
  return (
    <p className="tabular">
      {formatPartialDate(publishedOn)}
      <span className="meta block">
        {age < 1 ? "of that very day" : `${formatAge(age)} old`}
        {publishedOnEstimated ? " · date estimated" : null}
      </span>
    </p>
  );
}

/** How much rests on a source, and how far it is contradicted. */
function Resting({ row }: { row: SourceRow }) {
  const { claims, shown, zones, contested, settled, events, figures } = row;
  const others = [
    events > 0 ? counted(events, "event") : null,
    figures > 0
      ? figures === 1
        ? "1 figure on the country"
        : `${figures} figures on the country`
      : null,
  ].filter((use) => use !== null);
  if (claims === 0) {
    return (
      <p className="text-ink-2">
        {others.length === 0 ? "nothing rests on it so far" : `no claim; ${others.join(", ")}`}
      </p>
    );
  }
  return (
    <p className="tabular min-w-0">
      <b>{claims}</b> {claims === 1 ? "claim" : "claims"}, {shown} shown, {counted(zones, "zone")}
      <span className="meta block">
        {contested > 0 ? <span className="disputed">{contested} contested</span> : null}
        {contested > 0 && settled > 0 ? " · " : null}
        {settled > 0 ? `${settled} settled` : null}
        {contested + settled > 0 && others.length > 0 ? " · " : null}
        {others.join(" · ")}
      </span>
    </p>
  );
}
