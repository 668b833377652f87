import { formatDay, formatPartialDate } from "@/components/fields/format-date";
import { shortZoneName } from "@/components/fields/short-zone-name";
import type { Source } from "@/lib/registry/facts";
import type { SourceRow } from "./source-rows";
import { webAddress } from "./web-address";

/** The sources, one a row, each at an anchor of its own id. */
export function SourceList({ rows }: { rows: readonly SourceRow[] }) {
  return (
    <ol className="border-line-2 border-t">
      {rows.map((row) => (
        <SourceItem key={row.source.id} row={row} />
      ))}
    </ol>
  );
}

function SourceItem({ row }: { row: SourceRow }) {
  const { source } = row;
  return (
    <li
      id={source.id}
      className="grid scroll-mt-4 gap-x-6 gap-y-1 border-line border-b py-2 target:bg-accent-wash md:grid-cols-[minmax(0,1fr)_6.5rem_9rem_minmax(0,16rem)]"
    >
      <div className="min-w-0 break-words">
        <SourceTitle source={source} />
        <p className="text-12 text-ink-2">
          {source.publisher} · <span className="text-ink-3">{source.id}</span>
        </p>
      </div>
      <p className="text-12 text-ink-2 md:text-13">{source.kind}</p>
      <p className="num">
        {source.publishedOn === null ? (
          <span className="unknown">undated</span>
        ) : (
          formatPartialDate(source.publishedOn)
        )}
        <span className="ev block">
          {source.publishedOnEstimated ? "date estimated · " : null}
          {source.accessed === null ? null : `read ${formatDay(source.accessed)}`}
        </span>
      </p>
      <Resting row={row} />
    </li>
  );
}

function SourceTitle({ source }: { source: Source }) {
  const address = webAddress(source.url);
  return address === null ? (
    <span className="font-medium">{source.title}</span>
  ) : (
    <a className="link font-medium" href={address} rel="external noopener">
      {source.title}
    </a>
  );
}

/** How much rests on a source, and on which zones. */
function Resting({ row }: { row: SourceRow }) {
  const { claims, shown, zones } = row;
  if (claims === 0) return <p className="text-ink-2">{otherUse(row)}</p>;
  return (
    <details className="min-w-0">
      <summary className="num flex min-h-6 items-baseline gap-1 hover:text-accent">
        <span>
          <b>{claims}</b> {claims === 1 ? "claim" : "claims"}, {shown} shown,{" "}
          {zones.length === 1 ? "1 zone" : `${zones.length} zones`}
        </span>
        <span aria-hidden="true" className="text-ink-3">
          ▾
        </span>
      </summary>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-12">
        {zones.map(({ slug, name }) => (
          <li key={slug}>
            <a className="link" href={`/zones/${slug}#ledger`}>
              {shortZoneName(name)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What rests on a source that no claim names. */
function otherUse({ events, figures }: SourceRow): string {
  const uses = [
    events > 0 ? (events === 1 ? "1 event" : `${events} events`) : "",
    figures > 0
      ? figures === 1
        ? "1 figure on the country"
        : `${figures} figures on the country`
      : "",
  ].filter((use) => use !== "");
  return uses.length === 0 ? "nothing rests on it so far" : `no claim; ${uses.join(", ")}`;
}
