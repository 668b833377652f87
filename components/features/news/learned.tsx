import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import type { Span } from "@/lib/changes/change";
import { CHANGE_TOPICS, type ChangeKind, type ChangeTopic } from "@/lib/changes/change-kinds";
import type { NamedChange } from "@/lib/contract/changes-answer";
import { METHOD } from "@/lib/contract/meta";
import { LICENCE } from "@/lib/formats/file-notes";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";
import { learnedLines, type NewsContext } from "./news-lines";
import { NewsList } from "./news-list";

/** Changes of one topic on a page that shows every kind. */
const SHOWN = 60;

/** What is new about what we know comes before what happened, which the first tab shows. */
const TOPICS: readonly ChangeTopic[] = ["known", "disputed", "silent", "happened"];

/** Topics whose changes need only the fact and its value: the title of the topic says what happened to it. */
const FACT_TOPICS: readonly ChangeTopic[] = ["known", "silent"];

interface LearnedProps {
  /** Latest day first. */
  changes: readonly NamedChange[];
  context: Omit<NewsContext, "text">;
  /** Address of the same page with some kinds. */
  kindsHref: (kinds: readonly ChangeKind[]) => string;
  /** Are all changes of every topic shown? */
  whole: boolean;
}

/** What we learned, latest day first: what became known, disputed or silent, and what happened, each apart. */
export function Learned({ changes, kindsHref, whole, context }: LearnedProps) {
  const text = useText();
  const { t, number } = text;
  const topics = TOPICS.map((topic) => {
    const kinds: readonly ChangeKind[] = CHANGE_TOPICS[topic];
    return { topic, rows: changes.filter(({ kind }) => kinds.includes(kind)) };
  });
  return (
    <>
      <nav
        aria-label={t("changes.list.topics")}
        className="no-print mb-5 flex flex-wrap gap-x-5 gap-y-1"
      >
        {topics.map(({ topic, rows }) => {
          const words = t("changes.list.topic", {
            topic: t(`changes.topic.${topic}.title`),
            count: number(rows.length),
          });
          return rows.length === 0 ? (
            <span key={topic} className="inline-flex min-h-6 items-center text-ink-3">
              {words}
            </span>
          ) : (
            <a key={topic} className="link inline-flex min-h-6 items-center" href={`#${topic}`}>
              {words}
            </a>
          );
        })}
      </nav>
      <div className="space-y-10 print:space-y-6">
        {topics.map(({ topic, rows }) =>
          rows.length === 0 ? null : (
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
            >
              <NewsList
                isFacts={FACT_TOPICS.includes(topic)}
                lines={learnedLines(
                  whole ? rows : rows.slice(0, SHOWN),
                  FACT_TOPICS.includes(topic),
                  {
                    ...context,
                    text,
                  },
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
          ),
        )}
      </div>
    </>
  );
}

interface LearnedNotesProps {
  span: Span;
  /** Address that always shows the same list. */
  address: string;
}

/** How the list is made, its licence and its permanent link. */
export function LearnedNotes({ span: { from, to }, address }: LearnedNotesProps) {
  const text = useText();
  return (
    <Section
      id="notes"
      title={text.t("changes.notes.title")}
      className="mt-10 border-line-2 border-t pt-4 text-13 text-ink-2"
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
