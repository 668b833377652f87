import { type FieldKey, fieldSpec } from "../catalogue/fields";
import type { FieldValue } from "../catalogue/kinds";
import { INEXACT_WORDS } from "../catalogue/typed-words";
import { getStep, type VocabularyKey } from "../catalogue/vocabularies";
import { countWords, MAX_QUOTATION_LENGTH, MAX_QUOTED_WORDS } from "../evidence/check-text";
import { type Day, isPartialDate, type PartialDate } from "../time/day";
import {
  COUNT_WORDS,
  DATE,
  FIRM_PHRASES,
  FIRM_SIGN,
  type Phrase,
  ZONE_PHRASES,
  ZONE_SIGN,
} from "./article-phrases";
import type { FactSubject } from "./find-fact";
import { findNames, type Mention } from "./find-names";
import { readDateText, readTypedValue } from "./read-value";
import { isUnderstood } from "./reading";
import { findSentences, type Span } from "./sentences";

/** Where the subject of a proposed fact is named: in the sentence, the one before, the headline, or alone in the text. */
export type SubjectPlace = "sentence" | "sentence-before" | "headline" | "only-one-of-text";

/** A fact that a text says, for a person to accept, change or skip. */
export interface ProposedFact {
  readonly subject: FactSubject;
  readonly field: FieldKey;
  /** The value as its field's input has it. */
  readonly typed: string;
  readonly value: NonNullable<FieldValue>;
  /** The day, month or year that the sentence gives; null: none, or several. */
  readonly asOf: PartialDate | null;
  /** The sentence, or as much of it around the words as may be quoted, by its place in the text. */
  readonly quotation: Span;
  /** The words that say field and value, by their place in the text. */
  readonly words: Span;
  readonly subjectIn: SubjectPlace;
  /** Does the text say the number with "about", "more than" and the like? */
  readonly isInexact: boolean;
}

/** What says that a fact is not so yet, or not said to be so. */
const VAGUE =
  /\b(?:will|would|shall|should|could|may|might|soon(?! after)|expect\w*|likely|hop(?:e|es|ed|ing)|intend\w*|aim(?:s|ed|ing)? to|seek(?:s|ing)?|propos(?:ed|al)|if|unless|envisag\w+|upcoming|once|when|demand(?:ed|s)?|urg(?:ed|es)|direct(?:ed|s|ions?)|instruct\w*|ask(?:ed|s)|call(?:ed|s) (?:for|upon)|stress(?:ed|es)|need(?:ed|s)? to|to be|plan(?:s|ned|ning) to|(?:about|set|ready) to|to (?:start|begin|commence)|order(?:ed|s)|unable to|failed? to|not yet|yet to|propos\w+)\b/;
const INEXACT = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:${INEXACT_WORDS.join("|").replaceAll(".", "\\.")}|close to)\s*(?:an? |the |estimated )*$`,
  "iu",
);
/** Before these a number is a limit or a rank, and no count of what is. */
const NO_COUNT =
  /(?:^|[^\p{L}])(?:as many as|up to|less than|under|hundreds of|first|another)\s*$/iu;
/** Here "over" is no "more than". */
const SPREAD_OVER =
  /\b(?:spread\w*|sprawl\w*|located|established|developed|built|set up|covering|spanning|sprawling) over\s*$/u;
/** Where a clause begins. */
const CLAUSE =
  /[;:—–]|,\s|\b(?:while|but|whereas|which|that has|and (?=(?:has|have|had|is|are|also)\b))/gu;
/** How a sentence means the firm of the one before. */
const REFERS_TO_FIRM =
  /\b(?:the|this|their|its) (?:company|firm|mill|plant|factory|unit|venture|manufacturer|project|facility|site|automaker|group)\b|^(?:it|its)\b/i;
/** A longer one is no sentence, and would take seconds to read. */
const LONGEST_SENTENCE = 2_000;
/** Fewest firms that make a zone operational, by the definition of that step. */
const OPERATIONAL_FIRMS = 5;

/** The sentences that name a zone or firm of the registry, and in which none of the facts was read. */
export function listUnread(
  text: string,
  subjects: readonly FactSubject[],
  facts: readonly Pick<ProposedFact, "quotation">[],
): readonly Span[] {
  const mentions = findNames(text, subjects);
  return findSentences(text).filter(
    ({ from, to }) =>
      mentions.some((mention) => mention.from >= from && mention.to <= to) &&
      !facts.some(({ quotation }) => quotation.from < to && quotation.to > from),
  );
}

/**
 * Proposes the facts that a text says of the zones and firms of the registry: a subject, a field and a value in one
 * sentence, the subject perhaps in the one before or as the only one of the text. What is vague, about, or to come is
 * no fact about what is. The furthest step of each subject; in the order of the text.
 * @param today a fact's day after this is not proposed, except as a target
 */
export function proposeFacts(
  text: string,
  subjects: readonly FactSubject[],
  today: Day,
): readonly ProposedFact[] {
  const mentions = findNames(text, subjects);
  const sentences = findSentences(text)
    .filter(({ from, to }) => to - from <= LONGEST_SENTENCE)
    .map((span) => ({
      ...span,
      mentions: mentions.filter(({ from, to }) => from >= span.from && to <= span.to),
    }));
  const zonesOfText = new Set(
    mentions.flatMap(({ kind, subjects: named }) => (kind === "zone" ? (named[0] ?? "other") : [])),
  );
  const [onlyZone] = zonesOfText.size === 1 ? [...zonesOfText] : [];
  const pickFirm = (mention: Mention): readonly FactSubject[] => {
    if (mention.subjects.length < 2) return mention.subjects;
    const slugs = new Set([...zonesOfText].flatMap((zone) => (zone === "other" ? [] : zone.zone)));
    const here = mention.subjects.filter(({ zone }) => slugs.has(zone));
    return here.length === 1 ? here : [];
  };
  const firmsOfText = new Set(
    mentions.flatMap((mention) => (mention.kind === "firm" ? pickFirm(mention) : [])),
  );
  const [onlyFirm] = firmsOfText.size === 1 ? [...firmsOfText] : [];
  const headlined = (kind: Mention["kind"]) => {
    const named = new Set(
      sentences[0]?.mentions.flatMap((one) =>
        one.kind !== kind ? [] : kind === "firm" ? pickFirm(one) : one.subjects,
      ),
    );
    return named.size === 1 ? [...named][0] : undefined;
  };
  const headline = { zone: headlined("zone"), firm: headlined("firm") };
  const found: ProposedFact[] = [];
  sentences.forEach((sentence, i) => {
    const before = sentences[i - 1];
    const around = [before, sentence, sentences[i + 1]]
      .map((one) => (one ? text.slice(one.from, one.to) : ""))
      .join(" ")
      .toLowerCase();
    const { signs, places } = maskNames(text, sentence);
    for (const kind of ["zone", "firm"] as const) {
      const near = [...sentence.mentions, ...(before?.mentions ?? [])];
      const only = (kind === "zone" ? onlyZone : onlyFirm) ?? headline[kind];
      if (only === undefined && !near.some((mention) => mention.kind === kind)) continue;
      for (const phrase of kind === "zone" ? ZONE_PHRASES : FIRM_PHRASES) {
        for (const match of signs.matchAll(phrase.says)) {
          const words = {
            from: places[match.index] ?? sentence.from,
            to: places[match.index + match[0].length] ?? sentence.to,
          };
          if (!holds(phrase, signs, match, around)) continue;
          const said = readWords(phrase, match, signs);
          if (said === null) continue;
          const { typed, isInexact } = said;
          const reading = readTypedValue(fieldSpec(phrase.field), typed);
          if (!isUnderstood(reading) || isToCome(phrase, reading.value, today)) continue;
          const isDated = fieldSpec(phrase.field).kind !== "date";
          const { named, place } = nameSubjects(kind, reading.value, words, sentence, before);
          for (const subject of named) {
            found.push({
              subject,
              field: phrase.field,
              typed,
              value: reading.value,
              asOf: isDated ? findDay(signs, today) : null,
              quotation: quoteAround(text, sentence, words),
              words,
              subjectIn: place,
              isInexact,
            });
          }
        }
      }
    }
  });
  return keepFurthest(found);

  function nameSubjects(
    kind: Mention["kind"],
    value: NonNullable<FieldValue>,
    words: Span,
    sentence: Sentence,
    before: Sentence | undefined,
  ): { readonly named: readonly FactSubject[]; readonly place: SubjectPlace } {
    const own = nearestGroup(kind, words, sentence, text, LISTING.has(String(value)));
    if (own.length > 0) {
      const named = own.flatMap((mention) =>
        kind === "firm" ? pickFirm(mention) : mention.subjects,
      );
      return { named, place: "sentence" };
    }
    const raw = text.slice(sentence.from, sentence.to);
    // A firm's sentence says nothing of its zone, and another's nothing of the firm.
    if (kind === "zone" && sentence.mentions.some((one) => one.kind === "firm")) {
      return { named: [], place: "sentence" };
    }
    const isOfFirm = kind === "firm" && headline.firm === undefined;
    if (isOfFirm && !REFERS_TO_FIRM.test(raw)) return { named: [], place: "sentence" };
    const last = before ? lastOf(kind, before) : [];
    const named = last.flatMap((mention) =>
      kind === "firm" ? pickFirm(mention) : mention.subjects,
    );
    if (last.length > 0) {
      return { named: named.length === 1 ? named : [], place: "sentence-before" };
    }
    const only = kind === "zone" ? onlyZone : onlyFirm;
    if (only !== undefined && only !== "other") return { named: [only], place: "only-one-of-text" };
    const first = headline[kind];
    return { named: first === undefined ? [] : [first], place: "headline" };
  }
}

const SAID_DAY = new RegExp(String.raw`\b(?:on|in|since|as of|dated)\s+(?:the )?${DATE}`, "gu");

/** The only date of a sentence in lower case, if it has come; null: none, or several. */
function findDay(sentence: string, today: Day): PartialDate | null {
  const dates = Array.from(sentence.matchAll(SAID_DAY), ({ groups }) =>
    readDateText(groups?.value ?? ""),
  );
  const [date = ""] = new Set(dates);
  return new Set(dates).size === 1 && isPartialDate(date) && date <= today ? date : null;
}

/** A sentence, or the part of it around some words that is short enough to be quoted. */
function quoteAround(text: string, sentence: Span, words: Span): Span {
  if (isQuotable(text.slice(sentence.from, sentence.to))) {
    return { from: sentence.from, to: sentence.to };
  }
  const starts = Array.from(
    text.slice(sentence.from, sentence.to).matchAll(/\S+/gu),
    ({ 0: word, index }) => ({
      from: sentence.from + index,
      to: sentence.from + index + word.length,
    }),
  );
  let first = Math.max(
    0,
    starts.findIndex(({ to }) => to > words.from),
  );
  let last = Math.max(
    first,
    starts.findLastIndex(({ from }) => from < words.to),
  );
  const partOf = (from: number, to: number) => ({
    from: starts[from]?.from ?? sentence.from,
    to: starts[to]?.to ?? sentence.to,
  });
  const fits = (from: number, to: number) => {
    const part = partOf(from, to);
    return isQuotable(text.slice(part.from, part.to));
  };
  // The beginning of the sentence first: it mostly has the subject.
  while (first > 0 && fits(first - 1, last)) first--;
  while (last < starts.length - 1 && fits(first, last + 1)) last++;
  return partOf(first, last);
}

const isQuotable = (words: string) =>
  countWords(words) <= MAX_QUOTED_WORDS && words.length <= MAX_QUOTATION_LENGTH;

interface Sentence extends Span {
  readonly mentions: readonly Mention[];
}

interface Masked {
  /** The sentence in lower case, with one sign in the place of each name. */
  readonly signs: string;
  /** The place in the text of each letter, and of the end. */
  readonly places: readonly number[];
}

function maskNames(text: string, { from, to, mentions }: Sentence): Masked {
  let signs = "";
  const places: number[] = [];
  for (let at = from; at < to; ) {
    const name = mentions.find((one) => one.from <= at && at < one.to);
    places.push(at);
    signs += name ? (name.kind === "zone" ? ZONE_SIGN : FIRM_SIGN) : toLower(text[at] ?? "");
    at = name ? name.to : at + 1;
  }
  return { signs, places: [...places, to] };
}

/** In lower case, where that is one letter too. */
function toLower(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/** Does a phrase say that it is so, in its clause? */
function holds(phrase: Phrase, sentence: string, match: RegExpExecArray, around: string): boolean {
  if (phrase.needs && !phrase.needs.test(around)) return false;
  const end = match.index + match[0].length;
  const signs = Array.from(sentence.matchAll(CLAUSE), ({ 0: sign, index }) => index + sign.length);
  const clauseFrom = signs.findLast((at) => at <= match.index) ?? 0;
  const clauseTo = signs.find((at) => at > end) ?? sentence.length;
  if (phrase.unless?.test(sentence.slice(0, clauseTo))) return false;
  if (phrase.future) return true;
  // What is not there is not vague for what it hinders.
  return !VAGUE.test(phrase.value === "absent" ? match[0] : sentence.slice(clauseFrom, end));
}

/** The value that a match says, as a person types it; null: none. */
function readWords(
  { field, value, unit }: Phrase,
  match: RegExpExecArray,
  sentence: string,
): { readonly typed: string; readonly isInexact: boolean } | null {
  const { firms, value: words } = match.groups ?? {};
  const raw = firms ?? (value === null ? words : undefined);
  if (raw === undefined) return value === null ? null : { typed: value, isInexact: false };
  const at = match.index + match[0].lastIndexOf(raw);
  const before = sentence.slice(0, at).replace(SPREAD_OVER, "");
  const isInexact =
    INEXACT.test(before) || /^\s?(?:\+|plus\b)/.test(sentence.slice(at + raw.length));
  if (NO_COUNT.test(before)) return null;
  const count = toNumber(raw);
  if (firms === undefined || value === null) {
    return { typed: unit === "" ? raw.replaceAll("-", " ") : `${count ?? raw} ${unit}`, isInexact };
  }
  if (count === null || count === 0) return null;
  const isFew = field === "status" && value === "operational" && count < OPERATIONAL_FIRMS;
  return { typed: isFew ? "partially-operational" : value, isInexact };
}

function toNumber(words: string): number | null {
  if (words === "no") return 0;
  const digits = /^\d[\d,]*$/.test(words) ? Number(words.replaceAll(",", "")) : null;
  return digits ?? COUNT_WORDS.get(words) ?? null;
}

/** A day or year after today of what has happened. */
function isToCome({ future }: Phrase, value: FieldValue, today: Day): boolean {
  return !future && typeof value === "string" && /^\d{4}/.test(value) && value > today;
}

/** Steps that one meeting gives to every firm that it lists, in any zone. */
const LISTING: ReadonlySet<string> = new Set(["admitted", "plot-allotted"]);
/** Between names of one list. */
const LIST_GAP = /^[\s,&()'’"“”.-]*(?:(?:and|both|or|the|its|of|in|m\/s)[\s,.]*){0,3}$/i;

/** The names that a phrase is about: the list inside it, else the next one after it, else the last one before it. */
function nearestGroup(
  kind: Mention["kind"],
  words: Span,
  { mentions }: Sentence,
  text: string,
  all: boolean,
): readonly Mention[] {
  const groups: Mention[][] = [];
  for (const mention of mentions.filter((one) => one.kind === kind)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && LIST_GAP.test(text.slice(last.to, mention.from))) group.push(mention);
    else groups.push([mention]);
  }
  const start = (group: readonly Mention[]) => group[0]?.from ?? 0;
  const end = (group: readonly Mention[]) => group.at(-1)?.to ?? 0;
  if (all && groups.length > 0) {
    const after = groups.filter((group) => start(group) >= words.from);
    return (after.length > 0 ? after : groups).flat();
  }
  const inside = groups.filter((group) => start(group) < words.to && end(group) > words.from);
  if (inside.length > 0) return inside.at(-1) ?? [];
  const isApart = (from: number, to: number) => text.slice(from, to).includes(";");
  const before = groups.findLast(
    (group) => end(group) <= words.from && !isApart(end(group), words.from),
  );
  const after = groups.find(
    (group) => start(group) >= words.to && !isApart(words.to, start(group)),
  );
  if (!before || !after) return before ?? after ?? [];
  const isNear = (from: number, to: number) => !/[,;]|\band\b|\bwhile\b/.test(text.slice(from, to));
  if (isNear(words.to, start(after))) return after;
  return isNear(end(before), words.from) ? before : after;
}

/** The names of a kind in a sentence, where all are one. */
function lastOf(kind: Mention["kind"], { mentions }: Sentence): readonly Mention[] {
  const all = mentions.filter((one) => one.kind === kind);
  const subjects = new Set(all.map((one) => one.subjects[0]));
  return subjects.size > 1 ? all : all.slice(-1);
}

const idOf = ({ subject, field }: ProposedFact) => `${subject.zone} ${subject.tenancy} ${field}`;

/** Is a step what a text says last of all: an aside, that there is none, else a later step? */
function isFurther(vocabulary: VocabularyKey, value: FieldValue, than: FieldValue): boolean {
  if (value === "absent" || than === "absent") return value === "absent";
  const [is, was] = [getStep(vocabulary, value), getStep(vocabulary, than)];
  return was !== null && (is === null || is > was);
}

/** One step for each subject and field: an aside, else the furthest. Numbers and days: each once. */
function keepFurthest(found: readonly ProposedFact[]): readonly ProposedFact[] {
  const kept = new Map<string, ProposedFact>();
  for (const fact of found) {
    const spec = fieldSpec(fact.field);
    const isStep = spec.kind === "choice";
    const id = isStep ? idOf(fact) : `${idOf(fact)} ${fact.value}`;
    const known = kept.get(id);
    if (!known) kept.set(id, fact);
    else if (isStep && isFurther(spec.vocabulary, fact.value, known.value)) kept.set(id, fact);
  }
  return [...kept.values()].sort((a, b) => a.words.from - b.words.from);
}
