import { type FieldKey, fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import { CURRENCY_WORDS, SCALE_WORDS } from "../catalogue/typed-words";
import { matchWord, splitWords } from "../query/search";
import { readTypedValue } from "./read-value";
import { isUnderstood } from "./reading";

/** A zone, or a firm in a zone, that a fact can be about. */
export interface FactSubject {
  readonly zone: string;
  /** Null: the zone itself. */
  readonly tenancy: string | null;
  /** Names of the zone, by which it is found. */
  readonly zoneNames: readonly string[];
  /** Name of the firm; null for the zone itself. */
  readonly firm: string | null;
}

/** A fact that was found: what it is about, its field, and the value where that was typed too. */
export interface FoundFact {
  readonly subject: FactSubject;
  readonly field: FieldKey;
  /** The rest of what was typed, which the field understands as a value; null: none was typed. */
  readonly value: string | null;
}

const MOST_FOUND = 12;
/** Points of a word by how well it matches. */
const POINTS = { whole: 5, beginning: 4, misspelled: 2 } as const;
/** A word of a field's definition says less of it than one of its name. */
const SHARE = { name: 1, key: 0.8, definition: 0.3 } as const;
/** Points of a value whose field is not named. */
const POINTS_OF_VALUE_ALONE = 1;
/** From so many words, one of them may match nothing. */
const FORGIVING_FROM = 3;
const FILLERS: ReadonlySet<string> = new Set([
  "at",
  "of",
  "in",
  "the",
  "for",
  "on",
  "is",
  "are",
  "to",
  "and",
]);

interface TypedWord {
  readonly raw: string;
  readonly folded: string;
}

interface FieldWords {
  readonly field: FieldKey;
  readonly words: readonly { readonly word: string; readonly share: number }[];
}

/** "power energised mw" of `powerEnergisedMw`. */
function splitKey(key: string): string {
  return key.replace(/([A-Z])/g, " $1");
}

const withShare = (text: string, share: number) =>
  splitWords(text).map((word) => ({ word, share }));

const FIELDS: readonly FieldWords[] = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS].map((field) => {
  const { label, short = "", definition } = fieldSpec(field);
  return {
    field,
    words: [
      ...withShare(`${label} ${short}`, SHARE.name),
      ...withShare(splitKey(field), SHARE.key),
      ...withShare(definition, SHARE.definition),
    ],
  };
});

const TENANCY_FIELDS: ReadonlySet<FieldKey> = new Set(TENANCY_FIELD_KEYS);

/**
 * Finds facts by the beginnings of a zone's or firm's name and of a field's, in any order, and a value after them:
 * "dhab elec partial". The best first; at most 12. Without a name, facts are about the subjects of `before`.
 * @param before what the last fact was about, first among equals; null: none yet
 */
export function findFacts(
  typed: string,
  subjects: readonly FactSubject[],
  before: FactSubject | null = null,
): readonly FoundFact[] {
  const words = readWords(typed);
  if (words.length === 0) return [];
  const named = nameSubjects(words, subjects);
  const others = before ? [before] : named.length > 0 ? [] : subjects.filter(isZone);
  const candidates = [
    ...named,
    ...others
      .filter((subject) => !named.some((one) => isSame(one.subject, subject)))
      .map((subject) => ({ subject, points: words.map(() => 0) })),
  ];
  const ofFields = FIELDS.map(({ field, words: known }) => ({
    field,
    points: words.map(({ folded }) =>
      Math.max(0, ...known.map(({ word, share }) => share * getPoints(folded, word))),
    ),
  }));
  const found = candidates.flatMap(({ subject, points }) =>
    ofFields
      .filter(({ field }) => TENANCY_FIELDS.has(field) === (subject.tenancy !== null))
      .flatMap((field) => gradeFact(words, { subject, points }, field) ?? []),
  );
  const isBefore = ({ subject }: GradedFact) => (before && isSame(subject, before) ? 1 : 0);
  return found
    .sort((a, b) => b.points - a.points || isBefore(b) - isBefore(a))
    .slice(0, MOST_FOUND)
    .map(({ subject, field, value }) => ({ subject, field, value }));
}

const isZone = ({ tenancy }: FactSubject) => tenancy === null;

function isSame(a: FactSubject, b: FactSubject): boolean {
  return a.zone === b.zone && a.tenancy === b.tenancy;
}

const joinWords = (words: readonly string[]) =>
  words
    .map((word) => word.replace(/[.$]/g, "\\$&"))
    .sort((a, b) => b.length - a.length)
    .join("|");
/** A sum of money, which is one word; else a word without spaces; "one-stop" is two. */
const TYPED_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:${joinWords(Object.values(CURRENCY_WORDS).flat())})\s*\d[\d.,]*(?:\s*(?:${joinWords(Object.keys(SCALE_WORDS))})(?!\p{L}))?|\p{L}{2,}(?=-\p{L}{2,})|[^\s-]\S*|-\S+|-`,
  "giu",
);

function readWords(typed: string): TypedWord[] {
  return Array.from(typed.matchAll(TYPED_WORD), ({ 0: raw }) => {
    const isSum = /^\P{Nd}+\s*\d/u.test(raw) && (/\s/.test(raw) || /^\p{Sc}/u.test(raw));
    return { raw, folded: isSum ? "" : splitWords(raw).join(""), isSum };
  }).filter(
    ({ raw, folded, isSum }) => (folded !== "" || isSum || raw === "%") && !FILLERS.has(folded),
  );
}

function getPoints(typed: string, word: string): number {
  if (typed === "") return 0;
  if (typed === word) return POINTS.whole;
  const match = matchWord(typed, word);
  return match === null || match === "inside" ? 0 : POINTS[match];
}

interface GradedSubject {
  readonly subject: FactSubject;
  /** Of each typed word. */
  readonly points: readonly number[];
}

/** The subjects that a typed word names; a firm only where a word is of its own name. */
function nameSubjects(
  words: readonly TypedWord[],
  subjects: readonly FactSubject[],
): GradedSubject[] {
  const known = new Map<string, number>();
  const pointsOf = (typed: string, names: readonly string[]) =>
    Math.max(
      0,
      ...names.flatMap(splitWords).map((word) => {
        const key = `${typed} ${word}`;
        const points = known.get(key) ?? getPoints(typed, word);
        known.set(key, points);
        return points;
      }),
    );
  const graded = subjects.flatMap((subject) => {
    const ofZone = words.map(({ folded }) => pointsOf(folded, subject.zoneNames));
    if (subject.firm === null)
      return ofZone.some((points) => points > 0) ? [{ subject, points: ofZone, own: ofZone }] : [];
    const firm = [subject.firm];
    const ofFirm = words.map(({ folded }) => pointsOf(folded, firm));
    if (!ofFirm.some((points) => points > 0)) return [];
    const points = words.map((_, i) => Math.max(ofFirm[i] ?? 0, ofZone[i] ?? 0));
    return [{ subject, points, own: ofFirm }];
  });
  // A misspelled name counts only for a word that no name spells as typed.
  const isSpelled = words.map((_, i) =>
    graded.some(({ own }) => (own[i] ?? 0) > POINTS.misspelled),
  );
  return graded.filter(({ own }) =>
    own.some((points, i) => points > (isSpelled[i] ? POINTS.misspelled : 0)),
  );
}

interface GradedFact extends FoundFact {
  readonly points: number;
}

interface GradedField {
  readonly field: FieldKey;
  readonly points: readonly number[];
}

/** How well a subject and a field fit what was typed; null where a word is of neither, nor of a value. */
function gradeFact(
  words: readonly TypedWord[],
  { subject, points: ofSubject }: GradedSubject,
  { field, points: ofField }: GradedField,
): GradedFact | null {
  const best = words.map((_, i) => Math.max(ofSubject[i] ?? 0, ofField[i] ?? 0));
  const sum = best.reduce((all, points) => all + points, 0);
  const isNamed = ofField.some((points, i) => points > (ofSubject[i] ?? 0));
  const rest = words.filter((_, i) => best[i] === 0);
  if (rest.length === 0) {
    // A subject alone finds its fields in the order of the catalogue.
    return { subject, field, value: null, points: sum };
  }
  const value = readRest(field, rest, isNamed);
  if (value !== null) {
    const points = isNamed ? POINTS.beginning * rest.length : POINTS_OF_VALUE_ALONE;
    return { subject, field, value, points: sum + points };
  }
  const forgiven = isNamed && words.length >= FORGIVING_FROM && rest.length === 1;
  return forgiven ? { subject, field, value: null, points: sum - POINTS.whole } : null;
}

/** The words that name neither subject nor field, where the field reads them as a value. */
function readRest(field: FieldKey, rest: readonly TypedWord[], isNamed: boolean): string | null {
  const spec = fieldSpec(field);
  const text = rest.map(({ raw }) => raw).join(" ");
  if (spec.kind === "text" || spec.kind === "list") return null;
  if (!isNamed && spec.kind !== "choice") return null;
  const reading = readTypedValue(spec, text);
  // A sum in rupees is a value whose rate is asked for.
  return isUnderstood(reading) || reading.issue.code === "rate" ? text : null;
}
