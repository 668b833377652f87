import type { ReactNode } from "react";
import { Swatch } from "@/components/charts/legend";
import { MarkIcon } from "@/components/charts/mark";
import { QuotedWords } from "@/components/evidence/quoted-words";
import { SourceReference } from "@/components/evidence/source-reference";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import type { Change } from "@/lib/changes/change";
import type { DatedChange, TimelineEntry } from "@/lib/changes/event-timeline";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { Event, Source } from "@/lib/evidence/ledger-records";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { toSearch } from "@/lib/query/search-string";
import { changeMessage, changeSubject } from "@/lib/text/change-words";
import { endSentence } from "@/lib/text/end-sentence";
import { useText } from "@/lib/text/use-text";
import type { PartialDate } from "@/lib/time/day";
import { CHANGE_TONES, EVENT_MARKS } from "./event-looks";
import "./timeline-rows.css";

/** What the rows of a timeline need beside their entries. */
export interface TimelineContext {
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of zones by slug. */
  readonly names: ReadonlyMap<string, string>;
  /** The parameters of the moment, for links to other pages. */
  readonly moment: readonly (readonly [string, string])[];
  /** The only zone of the timeline, which rows need not name; null: several. */
  readonly zone: string | null;
}

interface TimelineRowsProps {
  entries: readonly TimelineEntry[];
  context: TimelineContext;
}

/** The entries of a timeline, one in each row. */
export function TimelineRows({ entries, context }: TimelineRowsProps) {
  return (
    <ol>
      {entries.map((entry) => {
        if ("event" in entry) {
          return <EventRow key={entry.event.id} event={entry.event} context={context} />;
        }
        if ("change" in entry) {
          const { change } = entry;
          return <ChangeRow key={change.change.id + entry.date} value={change} context={context} />;
        }
        return (
          <KnownRow
            key={`known ${entry.date}`}
            values={entry.known}
            date={entry.date}
            context={context}
          />
        );
      })}
    </ol>
  );
}

interface RowProps {
  id?: string;
  date: PartialDate;
  mark: ReactNode;
  kind: string;
  /** Id of the source; null: several. */
  sourceId: string | null;
  context: TimelineContext;
  children: ReactNode;
}

function Row({ id, date, mark, kind, sourceId, context, children }: RowProps) {
  const text = useText();
  return (
    <li id={id} className="timeline-row">
      <time dateTime={date} className="tabular">
        {text.partialDate(date)}
      </time>
      <span className="timeline-kind">
        {mark}
        <span>{kind}</span>
      </span>
      <div>{children}</div>
      <span className="timeline-source">
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
  const { t } = useText();
  const { id, date, kind, title, body, zones, quotation, sourceId } = event;
  const others = zones.filter((slug) => slug !== context.zone);
  return (
    <Row
      id={id}
      date={date}
      mark={<MarkIcon {...EVENT_MARKS[kind]} />}
      kind={t(`ledger.eventKind.${kind}`)}
      sourceId={sourceId}
      context={context}
    >
      <p>
        <Original>
          <b>{endSentence(title)}</b> <span className="text-ink-2">{body}</span>
        </Original>
      </p>
      <QuotedWords quotation={quotation} />
      {context.zone !== null && others.length === 0 ? null : (
        <EventZones slugs={others} context={context} />
      )}
    </Row>
  );
}

function EventZones({ slugs, context }: { slugs: readonly string[]; context: TimelineContext }) {
  const { t } = useText();
  if (slugs.length === 0) return <p className="text-12 text-ink-3">{t("events.row.country")}</p>;
  return (
    <ul className="flex flex-wrap gap-x-3 text-12 lg:-mb-1">
      {slugs.map((slug) => (
        <li key={slug}>
          <Anchor className="link inline-flex min-h-6 items-center" href={zonePath(slug, context)}>
            {shortenZoneName(context.names.get(slug) ?? slug)}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

function ChangeRow({ value, context }: { value: DatedChange; context: TimelineContext }) {
  const text = useText();
  const { t } = text;
  const { change, group, date } = value;
  const { zone, tenancy } = change;
  const name = shortenZoneName(context.names.get(zone) ?? zone);
  const { key, values } = changeMessage(text, {
    ...change,
    name,
    tenancy: tenancy?.id ?? null,
    firm: tenancy?.firm ?? null,
  });
  return (
    <Row
      date={date}
      mark={<Swatch tone={CHANGE_TONES[group]} />}
      kind={change.field === null ? t("events.row.zone") : t(`changes.kind.${change.kind}.label`)}
      sourceId={change.sourceId}
      context={context}
    >
      <p>
        {context.zone === null ? (
          <>
            <Anchor className="font-medium hover:underline" href={zonePath(zone, context)}>
              {name}
            </Anchor>
            :{" "}
          </>
        ) : null}
        {t.rich(key, {
          ...values,
          link: (words) => (
            <Anchor className="link" href={evidencePath(change, context)}>
              {words}
            </Anchor>
          ),
        })}
      </p>
    </Row>
  );
}

interface KnownRowProps {
  values: readonly DatedChange[];
  date: PartialDate;
  context: TimelineContext;
}

/** The facts that became known on one date, with their values. */
function KnownRow({ values, date, context }: KnownRowProps) {
  const text = useText();
  const [only, ...others] = new Set(values.map(({ change }) => change.sourceId));
  return (
    <Row
      date={date}
      mark={<Swatch tone={CHANGE_TONES.known} />}
      kind={text.t("events.groupCount.known", { count: values.length })}
      sourceId={others.length === 0 ? (only ?? null) : null}
      context={context}
    >
      <ul className="flex flex-wrap gap-x-4 text-ink-2">
        {values.map(({ change }) => (
          <li key={change.id}>
            <KnownFact change={change} href={evidencePath(change, context)} />
          </li>
        ))}
      </ul>
    </Row>
  );
}

function KnownFact({ change, href }: { change: Change; href: string }) {
  const text = useText();
  const { field, tenancy, after } = change;
  const subject = changeSubject(text, { ...change, firm: tenancy?.firm ?? null });
  const link = (words: ReactNode) => (
    <Anchor className="link" href={href}>
      {words}
    </Anchor>
  );
  return field === null
    ? link(subject)
    : text.t.rich("events.row.known", { subject, value: text.value(field, after), link });
}

function zonePath(slug: string, { moment }: TimelineContext): string {
  return `/zones/${slug}${toSearch(moment)}#events`;
}

/** The evidence of the changed fact on the page of its zone. */
function evidencePath({ zone, field, tenancy }: Change, { moment }: TimelineContext): string {
  const anchor = field === null ? "" : `#${getLedgerAnchor(field, tenancy?.id ?? null)}`;
  return `/zones/${zone}${toSearch(moment)}${anchor}`;
}
