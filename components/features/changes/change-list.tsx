import { describeSource } from "@/components/evidence/source-reference";
import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import type { Span } from "@/lib/changes/change";
import {
  CHANGE_TOPIC_KEYS,
  CHANGE_TOPICS,
  type ChangeKind,
  type ChangeTopic,
} from "@/lib/changes/change-kinds";
import type { NamedChange } from "@/lib/contract/changes-answer";
import { METHOD } from "@/lib/contract/meta";
import { sourcePath } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import { packRecords } from "@/lib/evidence/packed-records";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { LICENCE } from "@/lib/formats/file-notes";
import { changeMessage, changePath, changeSubject } from "@/lib/text/change-words";
import { noBreak } from "@/lib/text/no-break";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { daysBetween, firstDay, type PartialDate } from "@/lib/time/day";
import { ChangeDays, type ChangeWords } from "./change-days";

/** A fact and its source that are so many days apart have the same date for a reader. */
const NEAR_DAYS = 31;
/** Rows of one topic on a page that shows every kind. */
const SHOWN = 60;

/** Topics whose changes need only the fact and its value: the title of the topic says what happened to it. */
const FACT_TOPICS: readonly ChangeTopic[] = ["known", "silent"];

interface ChangeNewsProps {
  /** Latest day first. */
  changes: readonly NamedChange[];
  sources: ReadonlyMap<string, Source>;
  /** The day shown, for the links to zones; null: today. */
  asOf: string | null;
  /** Address of the same page with some kinds. */
  kindsHref: (kinds: readonly ChangeKind[]) => string;
  /** Are all rows of every topic shown? */
  whole: boolean;
}

/** Changes as news: latest day first, what happened apart from what became known, disputed or silent. */
export function ChangeNews({ changes, kindsHref, whole, ...context }: ChangeNewsProps) {
  const text = useText();
  const { t, number } = text;
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
      <ChangeDays
        isFacts={FACT_TOPICS.includes(topic)}
        changes={packRecords(
          (whole ? rows : rows.slice(0, SHOWN)).map((change) =>
            describeRow(text, change, topic, context),
          ),
        )}
      />
      {whole || rows.length <= SHOWN ? null : (
        <p className="pt-2">
          <Anchor className="link" href={kindsHref(CHANGE_TOPICS[topic])}>
            {t("changes.list.showAll", { count: number(rows.length) })}
          </Anchor>
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

/** A character that no text has, on both sides of the words of a link. */
const LINK = "\u0001";

function describeRow(
  text: Text,
  change: NamedChange,
  topic: ChangeTopic,
  { sources, asOf }: Pick<ChangeNewsProps, "sources" | "asOf">,
): ChangeWords {
  const { on, zone, name, sourceId } = change;
  const source = sources.get(sourceId);
  const date = topic === "silent" ? pickOwnDate(change.date, source) : null;
  const words = FACT_TOPICS.includes(topic)
    ? describeFact(text, change, date)
    : describeSentence(text, change);
  const [before = "", subject = "", after = ""] = words.split(LINK);
  return {
    on,
    day: text.day(on, "long"),
    zone: shortenZoneName(name),
    zonePage: `/zones/${zone}${asOf === null ? "" : `?asOf=${asOf}`}`,
    before: before || undefined,
    subject,
    after: after || undefined,
    href: changePath(change, asOf),
    source: source === undefined ? sourceId : describeSource(text, source),
    sourcePage: source && sourcePath(sourceId),
  };
}

/** The date of a fact, from which its two years run, where its source has quite another. */
function pickOwnDate(date: PartialDate, source: Source | undefined): PartialDate | null {
  if (!source?.publishedOn) return date;
  const apart = Math.abs(daysBetween(firstDay(date), firstDay(source.publishedOn)));
  return apart <= NEAR_DAYS ? null : date;
}

function describeSentence(text: Text, change: NamedChange): string {
  const { key, values } = changeMessage(text, change);
  return text.t.markup(key, { ...values, link: markLink });
}

/** A fact with the value that became known, or with the last one reported and its date if that is given. */
function describeFact(text: Text, change: NamedChange, date: PartialDate | null): string {
  const { field, kind, after } = change;
  if (field === null || kind === "no-longer-known") return describeSentence(text, change);
  const words = {
    subject: changeSubject(text, change),
    value: text.value(field, after),
    link: markLink,
  };
  return date === null
    ? text.t.markup("events.row.known", words)
    : text.t.markup("changes.list.dated", {
        ...words,
        date: noBreak(text.partialDate(date)),
      });
}

function markLink(words: string): string {
  return LINK + words + LINK;
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
              <Anchor className="link" href="/method">
                {chunks}
              </Anchor>
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
