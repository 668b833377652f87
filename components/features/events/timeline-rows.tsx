import type { ReactNode } from "react";
import { SourceReference } from "@/components/evidence/source-reference";
import type { Change } from "@/lib/changes/change";
import type { ChangeGroup, DatedChange, TimelineEntry } from "@/lib/changes/event-timeline";
import type { Event, Source } from "@/lib/evidence/ledger-records";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { toSearch } from "@/lib/query/search-string";
import { changeMessage, changeSubject } from "@/lib/text/change-words";
import { TURN_FILLS } from "@/lib/text/event-words";
import { formatPartialDate } from "@/lib/text/format-date";
import { useText } from "@/lib/text/use-text";
import { valueWords } from "@/lib/text/value-words";
import type { PartialDate } from "@/lib/time/day";
import { EventMark } from "./event-mark";

/** What the rows of a timeline need to know besides. */
export interface TimelineContext {
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of zones by slug. */
  readonly names: ReadonlyMap<string, string>;
  /** The moment as the address asks for it, for the addresses of other pages. */
  readonly moment: readonly (readonly [string, string])[];
  /** The one zone told of, which need not be named in every row; null: several. */
  readonly zone: string | null;
}

/** The entries of a timeline, one a row. */
export function TimelineRows({
  entries,
  context,
}: {
  entries: readonly TimelineEntry[];
  context: TimelineContext;
}) {
  return (
    <ol>
      {entries.map((entry) =>
        "event" in entry ? (
          <EventRow key={entry.event.id} event={entry.event} context={context} />
        ) : "change" in entry ? (
          <TurnRow
            key={entry.change.change.id + entry.date}
            value={entry.change}
            context={context}
          />
        ) : (
          <KnownRow
            key={`known ${entry.date}`}
            values={entry.known}
            date={entry.date}
            context={context}
          />
        ),
      )}
    </ol>
  );
}

interface RowProps {
  id?: string;
  date: PartialDate;
  mark: ReactNode;
  kind: string;
  /** Id of the source that says so; null: several do. */
  sourceId: string | null;
  context: TimelineContext;
  children: ReactNode;
}

function Row({ id, date, mark, kind, sourceId, context, children }: RowProps) {
  return (
    <li
      id={id}
      className="grid scroll-mt-4 grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 break-inside-avoid border-line border-t py-1.5 target:bg-accent-wash sm:grid-cols-[5.5rem_7.5rem_minmax(0,1fr)_10rem]"
    >
      <time dateTime={date} className="tabular">
        {formatPartialDate(date)}
      </time>
      <span className="flex items-center gap-1.5 self-start text-12 text-ink-2 max-sm:self-center">
        {mark}
        {kind}
      </span>
      <div className="min-w-0 break-words max-sm:col-span-2">{children}</div>
      <span className="text-11 max-sm:col-span-2 max-sm:mt-1.5 sm:text-right">
        {sourceId === null ? null : (
          <SourceReference
            id={sourceId}
            source={context.sources.get(sourceId)}
            brief
            moment={context.moment}
          />
        )}
      </span>
    </li>
  );
}

function EventRow({ event, context }: { event: Event; context: TimelineContext }) {
  const others = event.zones.filter((slug) => slug !== context.zone);
  return (
    <Row
      id={event.id}
      date={event.date}
      mark={<EventMark kind={event.kind} />}
      kind={event.kind}
      sourceId={event.sourceId}
      context={context}
    >
      <p>
        <b>{event.title}</b> <span className="text-ink-2">{event.body}</span>
      </p>
      {context.zone !== null && others.length === 0 ? null : (
        <Zones slugs={others} context={context} />
      )}
    </Row>
  );
}

function Zones({ slugs, context }: { slugs: readonly string[]; context: TimelineContext }) {
  if (slugs.length === 0) return <p className="text-12 text-ink-3">the country as a whole</p>;
  return (
    <ul className="flex flex-wrap gap-x-3 text-12">
      {slugs.map((slug) => (
        <li key={slug}>
          <a
            className="link inline-flex min-h-6 items-center"
            href={`/zones/${slug}${toSearch(context.moment)}#events`}
          >
            {shortZoneName(context.names.get(slug) ?? slug)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function TurnRow({ value, context }: { value: DatedChange; context: TimelineContext }) {
  const text = useText();
  const { change, group: turn, date } = value;
  const { zone, tenancy } = change;
  const name = shortZoneName(context.names.get(zone) ?? zone);
  const { key, values } = changeMessage(text, {
    ...change,
    name,
    tenancy: tenancy?.id ?? null,
    firm: tenancy?.firm ?? null,
  });
  return (
    <Row
      date={date}
      mark={<TurnMark turn={turn} />}
      kind={change.field === null ? "zone" : "value"}
      sourceId={change.sourceId}
      context={context}
    >
      <p>
        {context.zone === null ? (
          <>
            <a
              className="font-medium hover:underline"
              href={`/zones/${zone}${toSearch(context.moment)}#events`}
            >
              {name}
            </a>
            :{" "}
          </>
        ) : null}
        {text.t.rich(key, {
          ...values,
          link: (chunks) => (
            <a className="link" href={valuePath(change, context)}>
              {chunks}
            </a>
          ),
        })}
      </p>
    </Row>
  );
}

/** Values that became known of one date, with what they say. */
function KnownRow({
  values,
  date,
  context,
}: {
  values: readonly DatedChange[];
  date: PartialDate;
  context: TimelineContext;
}) {
  const text = useText();
  const sources = new Set(values.map(({ change }) => change.sourceId));
  const [only] = sources;
  return (
    <Row
      date={date}
      mark={<TurnMark turn="known" />}
      kind={values.length === 1 ? "first known" : `${values.length} first known`}
      sourceId={sources.size === 1 ? (only ?? null) : null}
      context={context}
    >
      <p className="text-ink-2">
        {values.map(({ change }, i) => (
          <span key={change.id}>
            {i === 0 ? null : "; "}
            <a className="link" href={valuePath(change, context)}>
              {changeSubject(text, { ...change, firm: change.tenancy?.firm ?? null })}
            </a>{" "}
            {change.field === null ? null : valueWords(change.field, change.after)}
          </span>
        ))}
      </p>
    </Row>
  );
}

function TurnMark({ turn }: { turn: ChangeGroup }) {
  return (
    <svg aria-hidden="true" width={12} height={12} className="flex-none">
      <rect x={4.5} y={1} width={3} height={10} className={TURN_FILLS[turn]} />
    </svg>
  );
}

/** Where a value stands with all that is claimed of it. */
function valuePath({ zone, field, tenancy }: Change, { moment }: TimelineContext): string {
  const anchor = field === null ? "" : `#${getLedgerAnchor(field, tenancy?.id ?? null)}`;
  return `/zones/${zone}${toSearch(moment)}${anchor}`;
}
