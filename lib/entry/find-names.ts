import { shortenZoneName } from "../evidence/zone-name";
import { editDistance } from "../query/edit-distance";
import { splitWords } from "../query/search";
import type { FactSubject } from "./find-fact";

/** A name of a zone or firm in a text. */
export interface Mention {
  readonly from: number;
  /** After its last letter. */
  readonly to: number;
  readonly kind: "zone" | "firm";
  /** What it can be: one zone, or a firm in each of its zones. Empty: a zone that is not in the registry. */
  readonly subjects: readonly FactSubject[];
}

/** Words of many zones' names, which alone name none. */
const GENERIC = new Set([
  "special",
  "economic",
  "zone",
  "zones",
  "industrial",
  "estate",
  "estates",
  "city",
  "park",
  "parks",
  "sez",
  "sezs",
  "sole",
  "enterprise",
  "business",
  "prioritized",
  "federal",
  "model",
  "free",
  "joint",
  "border",
]);
const ZONE_NOUNS = new Set([
  "zone",
  "zones",
  "estate",
  "estates",
  "city",
  "park",
  "parks",
  "sez",
  "sezs",
]);
/** Ends of firms' names that texts leave out or write in other ways. */
const FIRM_ENDS = new Set([
  "pvt",
  "private",
  "limited",
  "ltd",
  "pakistan",
  "company",
  "corporation",
  "group",
  "bottler",
  "mill",
  "mills",
  "industries",
]);
/** What texts say after the first word of a firm's name: "MG Motor", "Yamaha’s plant". */
const FIRM_NOUN =
  /^(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:plants?|factory|mills?|motors?|group|foods|chemicals?|batter(?:y|ies)|limited|ltd|pvt|company|unit|pakistan)\b/i;
const FIRM_END =
  /^(?:[\s,]+\(?(?:pvt|private|ltd|limited|company|corporation|inc|pakistan)\b\.?\)?)+/i;
const SHORT_NAME =
  /^(?:['’]s)?(?:\s+\(?(?:pvt|private|ltd|limited|company|project)\b\.?\)?)*,?\s*\(([A-Z][A-Z0-9&-]{1,7})\b[^)]{0,3}\)?/;
const NO_SHORT_NAMES = new Set(["SEZ", "SEZS", "PVT", "LTD", "CPEC", "SESEZ"]);
/** A zone by its own name, as English writes it: "Buner Marble City". */
const OTHER_ZONE =
  /\b((?:[A-Z][\w’'-]+ ){1,4}?)(?:(?:Special |Free |Industrial |Economic |Marble |Export Processing |Business |Technology |Apparel |Textile )+(?:Zone|Estate|City|Park|Area)s?\b|SEZ\b)(?! (?:Development|Management|Authority|Company|Act\b|and|&))/gu;
const MOST_WORDS = 8;
/** Fewest letters of a name that may have one wrong letter. */
const FEWEST_MISSPELLED = 7;
/** Fewest words of a name that texts shorten to initials. */
const FEWEST_INITIALS = { zone: 3, firm: 4 };
/** Fewest letters of a word that alone means a zone, after the text has named the zone in full. */
const FEWEST_BARE = 5;

/** Ordinary words that firms' names begin with. */
const NO_FIRST_WORDS = new Set([
  ...[
    "national",
    "global",
    "modern",
    "urban",
    "premier",
    "service",
    "pakistan",
    "china",
    "chinese",
  ],
  ...["air", "select", "time", "new", "the", "royal", "united", "general", "international"],
  ...["crown", "century", "green", "karachi", "lahore", "punjab", "sindh"],
]);
const CAPITALS = /^(?:Karachi|Islamabad|Lahore|Peshawar|Quetta)$/;

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN = /[\p{L}\p{N}\p{M}\u200c\u200d]+/gu;
/** What stands between the words of one name. */
const INSIDE_NAME = /^[\s\-–'’.&,/()]{0,3}$/u;

function readTokens(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: raw, index }) => ({
    word: splitWords(raw).join(""),
    from: index,
    to: index + raw.length,
  })).filter(({ word }) => word !== "");
}

const join = (words: readonly string[]) => words.filter((word) => word !== "and").join("");

/** Subjects by name. */
class NameMap extends Map<string, readonly FactSubject[]> {
  /** The long names by their first letter and length: only these can differ by one other letter. */
  readonly alike = new Map<string, string[]>();

  add(name: string, subject: FactSubject): void {
    const known = this.get(name) ?? [];
    if (known.includes(subject)) return;
    this.set(name, [...known, subject]);
    if (known.length > 0 || name.length < FEWEST_MISSPELLED) return;
    const key = `${name[0]}${name.length}`;
    this.alike.set(key, [...(this.alike.get(key) ?? []), name]);
  }
}

interface Index {
  /** Whole names, without spaces. */
  readonly names: NameMap;
  /** Initials of whole names, which are written in capitals. */
  readonly initials: NameMap;
  /** The own words of zones, without "Special Economic Zone" and the like. */
  readonly cores: NameMap;
  /** First words of firms' names. */
  readonly firsts: NameMap;
}

function buildIndex(subjects: readonly FactSubject[]): Index {
  const names = new NameMap();
  const initials = new NameMap();
  const cores = new NameMap();
  const firsts = new NameMap();
  const addInitials = (words: readonly string[], subject: FactSubject) =>
    initials.add(words.map((word) => word[0] ?? "").join(""), subject);
  for (const subject of subjects) {
    if (subject.firm === null) {
      for (const name of subject.zoneNames) {
        const words = splitWords(name);
        if (words.length === 0) continue;
        names.add(join(words), subject);
        // "Marble City Karachi" of Karachi Marble City.
        const [place = "", ...kind] = words;
        if (kind.length > 1) names.add(join([...kind, place]), subject);
        if (words.length >= FEWEST_INITIALS.zone && words.some((word) => ZONE_NOUNS.has(word))) {
          addInitials(words, subject);
        }
        const core = join(words.filter((word) => !GENERIC.has(word)));
        if (core.length >= 3 || /\d/.test(core)) cores.add(core, subject);
      }
      continue;
    }
    const bare = splitWords(subject.firm.replace(/\(.*?\)|^Al-/g, " "));
    const end = bare.findLastIndex((word) => !FIRM_ENDS.has(word));
    const [first = ""] = bare;
    if (!NO_FIRST_WORDS.has(first)) firsts.add(first, subject);
    if (bare.length >= FEWEST_INITIALS.firm) addInitials(bare, subject);
    for (const words of [bare, bare.slice(0, end + 1)]) {
      if (join(words).length >= 3) names.add(join(words), subject);
    }
  }
  return { names, initials, cores, firsts };
}

/** The entry of a name, also with one wrong letter where it is long. */
function look(map: NameMap, name: string): readonly FactSubject[] {
  const exact = map.get(name);
  if (exact || name.length < FEWEST_MISSPELLED) return exact ?? [];
  const near = new Set<FactSubject>();
  for (const length of [name.length - 1, name.length, name.length + 1]) {
    for (const known of map.alike.get(`${name[0]}${length}`) ?? []) {
      if (editDistance(name, known, 1) > 1) continue;
      for (const subject of map.get(known) ?? []) near.add(subject);
    }
  }
  return [...near];
}

/**
 * Finds the names of zones and firms in a text: whole, by their own words before "Industrial Estate" and the like, by the
 * initials that the text gives them, and with one wrong letter. Names of two zones are left out.
 */
export function findNames(text: string, subjects: readonly FactSubject[]): readonly Mention[] {
  const index = buildIndex(subjects);
  const tokens = readTokens(text);
  const first = scan(text, tokens, index);
  const named = addShortNames(text, first, index) ? scan(text, tokens, index) : first;
  return addOtherZones(text, named);
}

/** Adds the initials that stand behind a name in brackets. Were there any? */
function addShortNames(text: string, mentions: readonly Mention[], { names }: Index): boolean {
  let found = false;
  for (const { to, subjects } of mentions) {
    const short = SHORT_NAME.exec(text.slice(to, to + 60))?.[1];
    if (short === undefined || NO_SHORT_NAMES.has(short)) continue;
    const key = join(splitWords(short));
    if (names.has(key)) continue;
    names.set(key, [...subjects]);
    found = true;
  }
  return found;
}

function scan(
  text: string,
  tokens: readonly Token[],
  { names, initials, cores, firsts }: Index,
): Mention[] {
  const mentions: Mention[] = [];
  const bare: { readonly mention: Mention; readonly core: string }[] = [];
  const namedZones = new Set<FactSubject>();
  for (let at = 0; at < tokens.length; at++) {
    let longest: Mention | null = null;
    let bareCore: string | null = null;
    const words: string[] = [];
    for (let end = at; end < Math.min(tokens.length, at + MOST_WORDS); end++) {
      const [start, last] = [tokens[at], tokens[end]];
      if (!start || !last) break;
      const before = tokens[end - 1];
      if (end > at && before && !INSIDE_NAME.test(text.slice(before.to, last.from))) break;
      words.push(last.word);
      const key = join(words);
      const isCapitals = /^\p{Lu}+$/u.test(text.slice(start.from, last.to));
      const named = look(names, key);
      const whole = named.length > 0 || !isCapitals ? named : (initials.get(key) ?? []);
      const isProper = /^\P{Ll}/u.test(text.slice(start.from));
      if (whole.length > 0 && isProper) {
        const [one] = whole;
        const kind = one?.firm === null ? "zone" : "firm";
        if (kind === "firm" || whole.length === 1) {
          const tail = kind === "firm" ? FIRM_END.exec(text.slice(last.to))?.[0].length : 0;
          longest = { from: start.from, to: last.to + (tail ?? 0), kind, subjects: whole };
          bareCore = null;
        }
      }
      const byFirst: readonly FactSubject[] =
        longest === null && end === at ? (firsts.get(key) ?? []) : [];
      if (isProper && isOneFirm(byFirst) && FIRM_NOUN.test(text.slice(last.to, last.to + 60))) {
        longest = { from: start.from, to: last.to, kind: "firm", subjects: byFirst };
      }
      const [zone, ...others] = look(cores, key);
      if (!zone || others.length > 0 || !isProper) continue;
      const followed = followGeneric(text, tokens, end);
      if (followed !== null || isAfterZoneNoun(text, tokens, at)) {
        const to = followed ?? last.to;
        if (longest === null || longest.to < to) {
          longest = { from: start.from, to, kind: "zone", subjects: [zone] };
          bareCore = null;
        }
      } else if (longest === null && key.length >= FEWEST_BARE) {
        longest = { from: start.from, to: last.to, kind: "zone", subjects: [zone] };
        bareCore = key;
      }
    }
    if (longest === null) continue;
    if (bareCore === null) {
      mentions.push(longest);
      if (longest.kind === "zone") for (const zone of longest.subjects) namedZones.add(zone);
    } else bare.push({ mention: longest, core: bareCore });
    const { to } = longest;
    while ((tokens[at + 1]?.from ?? Number.POSITIVE_INFINITY) < to) at++;
  }
  // A place stands for its zone only where the text names the zone, or zones without a name.
  const isOfZones = /\b(?:zones?|sezs?|industrial (?:estates?|parks?))\b/i.test(text);
  const places = bare.flatMap(({ mention }) => {
    const { from, to, subjects } = mention;
    const isZone =
      subjects.some((zone) => namedZones.has(zone)) ||
      isForZone(text, from, to) ||
      (namedZones.size === 0 && isOfZones && !CAPITALS.test(text.slice(from, to)));
    if (isZone) return mention;
    // Another place that begins a sentence: what is said there is not of the zone before.
    return isFirst(text, from, to) ? { ...mention, subjects: [] } : [];
  });
  return [...mentions, ...places].sort((a, b) => a.from - b.from);
}

const isOneFirm = (subjects: readonly FactSubject[]) =>
  new Set(subjects.map(({ firm }) => firm)).size === 1;

/** Does a place begin a sentence, and no report: "Hattar: …"? */
const isFirst = (text: string, from: number, to: number) =>
  /(?:^|[.!?]["'”’]?\s+|\n)(?:In |At )?$/u.test(text.slice(Math.max(0, from - 8), from)) &&
  !/^\s*[:–—-]/u.test(text.slice(to));

/** Does a text say of a place, which is no capital, that it is for a zone: "1,530 acres in Dhabeji for an SEZ"? */
function isForZone(text: string, from: number, to: number): boolean {
  if (CAPITALS.test(text.slice(from, to))) return false;
  return /^[ ,]+(?:for|as) (?:an? |the |its )?(?:sez|special economic zone|industrial (?:estate|zone))\b/i.test(
    text.slice(to, to + 60),
  );
}

/** Where the words "Industrial Estate" and the like after a name end; null: none follow. "Vehari and Bhalwal zones" too. */
function followGeneric(text: string, tokens: readonly Token[], last: number): number | null {
  let to: number | null = null;
  for (let i = last + 1; i < tokens.length; i++) {
    const [before, token] = [tokens[i - 1], tokens[i]];
    if (!before || !token || !/^[\s\-–]{1,2}$/.test(text.slice(before.to, token.from))) break;
    if (!GENERIC.has(token.word) && token.word !== "marble") break;
    if (ZONE_NOUNS.has(token.word)) to = token.to;
  }
  if (to !== null) return to;
  const end = tokens[last]?.to ?? 0;
  const shared =
    /^(?:, | and | & )(?:[\p{Lu}][\p{L}-]+[ ,]+(?:and )?){1,4}(?:special |industrial |economic )*(?:zones|estates|parks|sezs)\b/iu;
  return shared.test(text.slice(end, end + 120)) ? end : null;
}

/** Is a name after "SEZ", "Special Economic Zones at" and the like? */
function isAfterZoneNoun(text: string, tokens: readonly Token[], at: number): boolean {
  const start = tokens[at]?.from ?? 0;
  const before = text.slice(Math.max(0, start - 40), start);
  return /\b(?:zones?|estates?|sezs?)\)?,?\s+(?:(?:at|in|of)\s+)?(?:\p{Lu}[\p{L}-]+ and )?$/iu.test(
    before,
  );
}

/** Adds the zones that the registry does not know, so that what is said of them is not taken for another's. */
function addOtherZones(text: string, mentions: readonly Mention[]): Mention[] {
  const others = Array.from(text.matchAll(OTHER_ZONE)).flatMap(({ 0: raw, 1: own = "", index }) => {
    const named = own.split(" ").some((word) => /^\p{Lu}/u.test(word) && !isCommon(word));
    const [from, to] = [index, index + raw.length];
    const isKnown = mentions.some((one) => one.from < to && from < one.to);
    return named && !isKnown ? [{ from, to, kind: "zone" as const, subjects: [] }] : [];
  });
  return [...mentions, ...others].sort((a, b) => a.from - b.from);
}

const isCommon = (word: string) =>
  GENERIC.has(word.toLowerCase()) ||
  /^(?:the|this|these|that|an?|its|in|at|of|for|on|all|new|first|two|three|nine|cpec|china|pakistan|provincial|government)$/i.test(
    word,
  );

/** The names to look for. */
export interface KnownNames {
  readonly zones: readonly { readonly name: string; readonly otherNames: readonly string[] }[];
  readonly firms: readonly string[];
}

/** A name of one word with fewer letters is too often a word of something else. */
const LEAST_LETTERS = 5;
/** Chinese has no spaces between words; so many signs are a name. */
const LEAST_SIGNS = 4;

const fold = (text: string) => splitWords(text).join(" ");
const isChinese = (folded: string) => /\p{sc=Han}/u.test(folded);

/** Is a folded name long enough to be found in a text? */
function isTelling(folded: string): boolean {
  if (isChinese(folded)) return folded.length >= LEAST_SIGNS;
  return folded.includes(" ") || folded.length >= LEAST_LETTERS;
}

/** Finds a folded name as whole words in a folded text with a space around it. */
function prepareName(folded: string): (text: string) => boolean {
  return isChinese(folded)
    ? (text) => text.includes(folded)
    : (text) => text.includes(` ${folded} `);
}

/** Finds the place in a zone's name beside a word that says that a zone is meant: "Rashakai SEZ", "zone at Rashakai". */
function prepareShortName(folded: string): (text: string) => boolean {
  const after = "special|economic|industrial|prioriti[sz]ed|sezs?|zones?|estates?|parks?";
  const before = "(?:sezs?|zones?|estates?|parks?)(?: (?:in|at|of|near))?";
  const pattern = new RegExp(` (?:${before} ${folded}|${folded} (?:${after})) `);
  return (text) => pattern.test(text);
}

/**
 * Prepares to find which zones and firms the title and summary of an article name. They are too short to tell places from
 * zones and words from names, so that it is stricter than `findNames`: whole words, without case, accents and
 * punctuation. A zone is found by its name, its other names, and the place in its name beside a word such as "zone".
 * @returns finds the names, zones first, each as in `known`
 */
export function prepareNameFinder(known: KnownNames): (text: string) => string[] {
  const tests = [
    ...known.zones.map(({ name, otherNames }) => {
      const names = [name, ...otherNames].map(fold).filter(isTelling).map(prepareName);
      const short = fold(shortenZoneName(name));
      const isShorter = short !== fold(name) && isTelling(short);
      return { name, finders: isShorter ? [...names, prepareShortName(short)] : names };
    }),
    ...[...new Set(known.firms)].map((name) => {
      // A firm's owner or other name in brackets is not a part of how articles name it.
      const folded = fold(name.replace(/ \(.*\)$/, ""));
      return { name, finders: isTelling(folded) ? [prepareName(folded)] : [] };
    }),
  ];
  return (text) => {
    const folded = ` ${fold(text)} `;
    return tests.flatMap(({ name, finders }) =>
      finders.some((isIn) => isIn(folded)) ? [name] : [],
    );
  };
}
