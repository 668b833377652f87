import type { Tone } from "@/components/charts/drawing";
import type { MarkLook } from "@/components/charts/mark";
import { describeSource } from "@/components/evidence/source-reference";
import type { ChangeGroup, NewsItem } from "@/lib/changes/event-timeline";
import { sourcePath } from "@/lib/evidence/addresses";
import type { EventKind, Quotation, Source } from "@/lib/evidence/ledger-records";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { momentSearch } from "@/lib/query/moment-params";
import {
  changeMessage,
  changePath,
  changeSubject,
  type WordedChange,
} from "@/lib/text/change-words";
import { endSentence } from "@/lib/text/end-sentence";
import { upperFirst } from "@/lib/text/first-letter";
import { nameNewsKind } from "@/lib/text/news-summary";
import { noBreak } from "@/lib/text/no-break";
import { describeOutcome } from "@/lib/text/target-words";
import type { Text } from "@/lib/text/text";
import { type Day, daysBetween, firstDay, type PartialDate } from "@/lib/time/day";

/** The mark of each kind of event: a shape of its own. Colours are for groups of changes. */
export const EVENT_MARKS: Readonly<Record<EventKind, MarkLook>> = {
  policy: { shape: "square", tone: "ink-3" },
  approval: { shape: "diamond", tone: "ink-3" },
  construction: { shape: "triangle", tone: "ink-3" },
  utility: { shape: "circle", tone: "ink-3" },
  investment: { shape: "star", tone: "ink-3", size: 40 },
  security: { shape: "times", tone: "ink-3" },
  agreement: { shape: "bars", tone: "ink-3" },
};

/** The tone of each group of changes. */
export const CHANGE_TONES: Readonly<Record<ChangeGroup, Tone>> = {
  progress: "ramp-3",
  setback: "ink",
  target: "amber",
  other: "aside",
};

/** A sentence or a fact: what it is about, which leads to its evidence, and the words around it. */
export interface NewsWords {
  readonly before: string;
  readonly subject: string;
  readonly after: string;
  readonly href: string;
}

/** One line of a list of news, in words. What there is none of is left out. */
export interface NewsLine {
  /** The event, for links to it. */
  readonly id?: string | undefined;
  readonly date: PartialDate;
  readonly day: string;
  readonly kind: string;
  readonly mark?: MarkLook;
  readonly tone?: Tone;
  /** Names of its zones and their pages; of the whole country, that and null. */
  readonly zones: readonly (readonly [name: string, href: string | null])[];
  /** Of an event, in the language of the record. */
  readonly title?: string;
  readonly body?: string;
  readonly quotation?: Quotation | null;
  readonly words?: readonly NewsWords[];
  /** The publisher and the date of the source, and its page; without one, the id of the source. */
  readonly source: string;
  readonly sourceHref?: string | undefined;
}

/** What the words of a line need beside its item. */
export interface NewsContext {
  readonly text: Text;
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of zones by slug. */
  readonly names: ReadonlyMap<string, string>;
  /** The day shown, whose links to other pages name it where it is not today. */
  readonly moment: { readonly asOf: Day | null; readonly knownOn: string | null };
  /** The day on which outcomes of targets are judged. */
  readonly asOf: Day;
}

/** What happened, as a line. */
export function happenedLine(item: NewsItem, context: NewsContext): NewsLine {
  const { text, names } = context;
  const { date, kind } = item;
  const line = {
    date,
    day: text.partialDate(date),
    kind: upperFirst(text, nameNewsKind(text, kind)),
  };
  if ("event" in item) {
    const { id, title, body, zones, quotation, sourceId, kind: ofEvent } = item.event;
    return {
      ...{ ...line, id, title: endSentence(title), body, quotation, mark: EVENT_MARKS[ofEvent] },
      zones: linkZones(zones, context),
      ...linkSource(sourceId, context),
    };
  }
  if ("change" in item) {
    const { change } = item;
    const { zone, tenancy, field, sourceId } = change;
    const named = {
      name: names.get(zone) ?? zone,
      tenancy: tenancy?.id ?? null,
      firm: tenancy?.firm ?? null,
    };
    return {
      ...line,
      kind:
        kind === "target" || field === null
          ? text.t(`changes.kind.${change.kind}.label`)
          : line.kind,
      tone: CHANGE_TONES[kind as ChangeGroup],
      zones: linkZones([zone], context),
      words: [describeSentence({ ...change, ...named }, context)],
      ...linkSource(sourceId, context),
    };
  }
  const { zone, field, target, sourceId } = item.target;
  const words = text.t.markup("news.target", {
    name: text.t(`targets.name.${field}`),
    due: noBreak(text.partialDate(target.targetDate)),
    outcome: describeOutcome(text, field, target, context.asOf),
    link: markLink,
  });
  return {
    ...line,
    kind: text.t("news.targetOutcome", {
      state: text.t(`targets.state.${target.outcome.state}.label`),
    }),
    tone: CHANGE_TONES.target,
    zones: linkZones([zone], context),
    words: [splitLink(words, changePath({ zone, field, tenancy: null }, context.moment.asOf))],
    ...linkSource(sourceId, context),
  };
}

/** A change that the page of what we learned lists. */
export type LearnedChange = WordedChange & {
  readonly on: Day;
  readonly date: PartialDate;
  readonly sourceId: string;
};

/**
 * Changes as lines: those of one day, zone, kind and source are one line.
 * @param isFacts the title of the list says what happened to them: each needs only the fact and its value
 */
export function learnedLines(
  changes: readonly LearnedChange[],
  isFacts: boolean,
  context: NewsContext,
): NewsLine[] {
  const { text } = context;
  const groups = new Map<string, LearnedChange[]>();
  for (const change of changes) {
    const key = [change.on, change.zone, change.kind, change.sourceId].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group): NewsLine[] =>
    group.slice(0, 1).map(({ on, zone, name, kind, sourceId }) => ({
      date: on,
      day: text.day(on),
      kind: text.t(`changes.kind.${kind}.label`),
      zones: [[shortenZoneName(context.names.get(zone) ?? name), zonePath(zone, context)]],
      words: group.map((change) => (isFacts ? describeFact : describeSentence)(change, context)),
      ...linkSource(sourceId, context),
    })),
  );
}

function linkZones(slugs: readonly string[], context: NewsContext): NewsLine["zones"] {
  if (slugs.length === 0) return [[context.text.t("news.row.country"), null]];
  return slugs.map((slug) => [
    shortenZoneName(context.names.get(slug) ?? slug),
    zonePath(slug, context),
  ]);
}

function zonePath(slug: string, { moment }: NewsContext): string {
  return `/zones/${slug}${momentSearch(moment)}`;
}

function linkSource(id: string, { text, sources, moment }: NewsContext) {
  const source = sources.get(id);
  if (source === undefined) return { source: id };
  const pairs = Object.entries(moment).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  return { source: describeSource(text, source), sourceHref: sourcePath(id, pairs) };
}

/** A character that no text has, on both sides of the words of a link. */
const LINK = "\u0001";

function markLink(words: string): string {
  return LINK + words + LINK;
}

function splitLink(words: string, href: string): NewsWords {
  const [before = "", subject = "", after = ""] = words.split(LINK);
  return { before, subject, after, href };
}

function describeSentence(change: WordedChange, { text, moment }: NewsContext): NewsWords {
  const { key, values } = changeMessage(text, change);
  const words = text.t.markup(key, { ...values, link: markLink });
  return splitLink(endSentence(words, text.locale), changePath(change, moment.asOf));
}

/** A fact and its source that are so many days apart have the same date for a reader. */
const NEAR_DAYS = 31;

/** A fact with the value that became known, or with the last one reported and its date where its source has quite another. */
function describeFact(change: LearnedChange, context: NewsContext): NewsWords {
  const { text, sources, moment } = context;
  const { field, kind, after, date, sourceId } = change;
  if (field === null || kind === "no-longer-known") return describeSentence(change, context);
  const published = sources.get(sourceId)?.publishedOn ?? null;
  const isNear =
    published !== null && Math.abs(daysBetween(firstDay(date), firstDay(published))) <= NEAR_DAYS;
  const fact = {
    subject: changeSubject(text, change),
    value: text.value(field, after),
    link: markLink,
  };
  const words =
    kind !== "went-silent" || isNear
      ? text.t.markup("news.fact", fact)
      : text.t.markup("changes.list.dated", { ...fact, date: noBreak(text.partialDate(date)) });
  return splitLink(words, changePath(change, moment.asOf));
}
