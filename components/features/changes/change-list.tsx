import { groups } from "d3-array";
import type { ReactNode } from "react";
import { SourceReference } from "@/components/evidence/source-reference";
import { Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import type { Span } from "@/lib/changes/change";
import {
  CHANGE_TOPIC_KEYS,
  CHANGE_TOPICS,
  type ChangeKind,
  type ChangeTopic,
} from "@/lib/changes/change-kinds";
import type { ChangeRow } from "@/lib/contract/changes-answer";
import { METHOD } from "@/lib/contract/meta";
import type { Source } from "@/lib/evidence/ledger-records";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { LICENCE } from "@/lib/formats/file-notes";
import { changeMessage, changePath, changeSubject } from "@/lib/text/change-words";
import { keepTogether } from "@/lib/text/keep-together";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import { daysBetween, firstDay, type PartialDate } from "@/lib/time/day";
import "./change-list.css";

/** A fact and its source that are so many days apart have the same date for a reader. */
const NEAR_DAYS = 31;
/** Rows of one topic on a page that shows every kind. */
const SHOWN = 60;

/** Topics whose changes need only the fact and its value: the title of the topic says what happened to it. */
const FACT_TOPICS: readonly ChangeTopic[] = ["known", "silent"];

interface ChangeNewsProps {
  /** Latest day first. */
  changes: readonly ChangeRow[];
  sources: ReadonlyMap<string, Source>;
  /** The date of the report behind a change; undefined: unknown. */
  dateOf: (change: ChangeRow) => PartialDate | undefined;
  /** The day shown, for the links to zones; null: today. */
  asOf: string | null;
  /** Address of the same page with some kinds. */
  kindsHref: (kinds: readonly ChangeKind[]) => string;
  /** Are all rows of every topic shown? */
  whole: boolean;
}

/** Changes as news: latest day first, what happened apart from what became known, disputed or silent. */
export function ChangeNews({ changes, kindsHref, whole, ...context }: ChangeNewsProps) {
  const { t, number } = useText();
  const topics = CHANGE_TOPIC_KEYS.map((topic) => {
    const kinds: readonly ChangeKind[] = CHANGE_TOPICS[topic];
    return { topic, rows: changes.filter(({ kind }) => kinds.includes(kind)) };
  });
  const present = topics.filter(({ rows }) => rows.length > 0);
  const sections = present.map(({ topic, rows }) => (
    <Section
      key={topic}
      id={topic}
      title={
        <>
          {t(`changes.topic.${topic}.title`)}{" "}
          <span className="tabular text-ink-2">{number(rows.length)}</span>
        </>
      }
      note={t(`changes.topic.${topic}.definition`)}
      className="@container"
    >
      {groups(whole ? rows : rows.slice(0, SHOWN), ({ on }) => on).map(([day, ofDay]) => (
        <DayNews key={day} day={day} changes={ofDay} topic={topic} {...context} />
      ))}
      {whole || rows.length <= SHOWN ? null : (
        <p className="pt-2">
          <a className="link" href={kindsHref(CHANGE_TOPICS[topic])}>
            {t("changes.list.showAll", { count: number(rows.length) })}
          </a>
        </p>
      )}
    </Section>
  ));
  return (
    <>
      <nav
        aria-label={t("changes.list.topics")}
        className="no-print mb-5 flex flex-wrap gap-x-5 gap-y-1"
      >
        {topics.map(({ topic, rows }) =>
          rows.length === 0 ? (
            <span key={topic} className="inline-flex min-h-6 items-center text-ink-3">
              {t("changes.list.topic", {
                topic: t(`changes.topic.${topic}.title`),
                count: number(0),
              })}
            </span>
          ) : (
            <a key={topic} className="link inline-flex min-h-6 items-center" href={`#${topic}`}>
              {t("changes.list.topic", {
                topic: t(`changes.topic.${topic}.title`),
                count: number(rows.length),
              })}
            </a>
          ),
        )}
      </nav>
      <div className="space-y-10 print:space-y-6">{sections}</div>
    </>
  );
}

interface DayNewsProps extends Pick<ChangeNewsProps, "changes" | "sources" | "dateOf" | "asOf"> {
  day: string;
  topic: ChangeTopic;
}

/** The changes of one day by zone. */
function DayNews({ day, changes, topic, ...context }: DayNewsProps) {
  const text = useText();
  return (
    <section className="change-day">
      <h3>
        <time dateTime={day}>{text.day(day, "long")}</time>
      </h3>
      <ul>
        {groups(changes, ({ zone }) => zone).map(([zone, ofZone]) => (
          <ZoneNews key={zone} zone={zone} changes={ofZone} topic={topic} {...context} />
        ))}
      </ul>
    </section>
  );
}

function ZoneNews({
  zone,
  changes,
  topic,
  sources,
  dateOf,
  asOf,
}: Omit<DayNewsProps, "day"> & { zone: string }) {
  const isFacts = FACT_TOPICS.includes(topic);
  const listed = groups(changes, ({ sourceId }) => sourceId);
  // The two years of a fact run from its own date; written where its source has quite another.
  const getOwnDate = (change: ChangeRow) => {
    const date = dateOf(change);
    const published = sources.get(change.sourceId)?.publishedOn;
    if (!date || !published) return date ?? null;
    const apart = Math.abs(daysBetween(firstDay(date), firstDay(published)));
    return apart <= NEAR_DAYS ? null : date;
  };
  return (
    <li>
      <a href={`/zones/${zone}${asOf === null ? "" : `?asOf=${asOf}`}`}>
        {shortenZoneName(changes[0]?.name ?? zone)}
      </a>
      <div>
        {listed.map(([sourceId, bySource]) => (
          <div key={sourceId}>
            <ul className={isFacts ? "change-facts" : undefined}>
              {bySource.map((change) => (
                <li key={change.id}>
                  {isFacts ? (
                    <Fact
                      change={change}
                      asOf={asOf}
                      date={topic === "silent" ? getOwnDate(change) : null}
                    />
                  ) : (
                    <Sentence change={change} asOf={asOf} />
                  )}
                </li>
              ))}
            </ul>
            <p className="meta">
              <SourceReference id={sourceId} source={sources.get(sourceId)} brief />
            </p>
          </div>
        ))}
      </div>
    </li>
  );
}

interface ChangeWordsProps {
  change: ChangeRow;
  asOf: string | null;
}

function Sentence({ change, asOf }: ChangeWordsProps) {
  const text = useText();
  const { key, values } = changeMessage(text, change);
  return text.t.rich(key, { ...values, link: linkTo(change, asOf) });
}

/** A fact with the value that became known, or with the last one reported and its date if that is given. */
function Fact({ change, asOf, date }: ChangeWordsProps & { date: PartialDate | null }) {
  const text = useText();
  const { field, kind, after } = change;
  if (field === null || kind === "no-longer-known") return <Sentence {...{ change, asOf }} />;
  const words = {
    subject: changeSubject(text, change),
    value: text.value(field, after),
    link: linkTo(change, asOf),
  };
  return date === null
    ? text.t.rich("events.row.known", words)
    : text.t.rich("changes.list.dated", { ...words, date: keepTogether(text.partialDate(date)) });
}

function linkTo(change: ChangeRow, asOf: string | null) {
  return (chunks: ReactNode) => (
    <a className="link" href={changePath(change, asOf)}>
      {chunks}
    </a>
  );
}

interface ChangeNotesProps {
  span: Span;
  /** Address that always shows the same list. */
  address: string;
}

/** How the list is made, its licence and its permanent link. */
export function ChangeNotes({ span: { from, to }, address }: ChangeNotesProps) {
  const text = useText();
  return (
    <Section
      id="notes"
      title={text.t("changes.notes.title")}
      className="mt-10 border-line-2 border-t pt-4 text-12 text-ink-2"
    >
      <div className="grid max-w-[76ch] grid-cols-[minmax(0,1fr)] gap-2">
        <p>
          {text.t.rich("changes.notes.method", {
            from: text.day(from.asOf, "long"),
            fromRevision: formatRevision(from.revision),
            to: text.day(to.asOf, "long"),
            toRevision: formatRevision(to.revision),
            same: from.revision === to.revision ? "yes" : "no",
            method: String(METHOD),
            term: (chunks) => <Term of="revision">{chunks}</Term>,
            link: (chunks) => (
              <a className="link" href="/method">
                {chunks}
              </a>
            ),
          })}
        </p>
        <p>{text.t("changes.notes.licence", { licence: LICENCE.name })}</p>
        <p>
          {text.t.rich("changes.notes.permalink", {
            address,
            link: (chunks) => <span className="break-all">{chunks}</span>,
          })}
        </p>
      </div>
    </Section>
  );
}
