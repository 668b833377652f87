import { isWebAddress, normalizeAddress } from "../entry/source-address";
import { editDistance } from "../query/edit-distance";
import { stripAccents } from "../query/search";

/** A record with a name, and a web address where it has one. */
export interface NamedRecord {
  readonly id: string;
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly url?: string | null;
}

/** Two records that may be one. */
export interface DuplicatePair<T extends NamedRecord> {
  readonly first: T;
  readonly second: T;
  /** Why: the same name apart from form words, a spelling near it, or the same page. */
  readonly why: "same-name" | "near-name" | "same-page";
}

/** Words of a firm's legal form, which sources leave out or write in many ways. */
const FORM_WORDS =
  /\b(?:private|pvt|limited|ltd|llc|inc|corp|corporation|company|co|group|pakistan|international|industries|industry)\b/g;

/** Words of the kind of a zone, which sources leave out or write in many ways. */
const ZONE_WORDS =
  /\b(?:special|economic|zones?|sezs?|industrial|industry|estate|park|city|area|prioriti[sz]ed|the|of)\b/g;

/** Makes names the same that differ in accents, case, punctuation and some words; a name of these words alone keeps them. */
const prepareFold =
  (words: RegExp) =>
  (name: string): string => {
    const plain = stripAccents(name)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    return plain.replace(words, " ").replace(/\s+/g, " ").trim() || plain;
  };

/** A name without accents, case, punctuation and words of a legal form. */
export const foldName = prepareFold(FORM_WORDS);

const ROMAN_NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const foldZoneWords = prepareFold(ZONE_WORDS);

/** A zone's name without accents, case, punctuation and words of its kind, with its numbers in figures. */
const foldZoneName = (name: string): string =>
  foldZoneWords(name).replace(/\b[ivx]+\b/g, (word) => {
    const place = ROMAN_NUMERALS.indexOf(word);
    return place === -1 ? word : String(place + 1);
  });

/** Names of fewer letters are alike only where they are the same. */
const SHORT_NAME = 5;

/** The numbers in a name, which tell the phases of a zone apart. */
const listNumbers = (folded: string): string => (folded.match(/\p{N}+/gu) ?? []).join(" ");

/** Zones among which one is found by its name. */
interface ZoneLikeness {
  /**
   * The zone that a name may mean: one with the same name but for words of its kind, or one letter away with the same numbers;
   * null: none.
   */
  readonly find: (name: string) => NamedRecord | null;
  readonly add: (zone: NamedRecord) => void;
}

/** Prepares the names of zones, so that one is found by its name. */
export function prepareZoneLikeness(zones: readonly NamedRecord[]): ZoneLikeness {
  const known: { readonly zone: NamedRecord; readonly folded: string; readonly numbers: string }[] =
    [];
  const add = (zone: NamedRecord) => {
    for (const name of [zone.name, ...(zone.otherNames ?? [])]) {
      const folded = foldZoneName(name);
      known.push({ zone, folded, numbers: listNumbers(folded) });
    }
  };
  for (const zone of zones) add(zone);
  return {
    add,
    find: (name) => {
      const wanted = foldZoneName(name);
      const wantedNumbers = listNumbers(wanted);
      const reach = wanted.length < SHORT_NAME ? 0 : 1;
      const like = known.find(
        ({ folded, numbers }) =>
          numbers === wantedNumbers && editDistance(wanted, folded, reach) <= reach,
      );
      return like?.zone ?? null;
    },
  };
}

/**
 * Records that may be one: those with the same folded name or other name, a name of at least 8 letters one edit away, or the
 * same page by its address without tracking parameters and hosts for phones.
 */
export function listDuplicates<T extends NamedRecord>(records: readonly T[]): DuplicatePair<T>[] {
  const pairs = new Map<string, DuplicatePair<T>>();
  const add = (first: T, second: T, why: DuplicatePair<T>["why"]) => {
    if (first.id === second.id) return;
    const key = [first.id, second.id].sort().join("\n");
    if (!pairs.has(key)) pairs.set(key, { first, second, why });
  };
  const byKey = new Map<string, T>();
  const meet = (key: string, record: T, why: DuplicatePair<T>["why"]) => {
    const known = byKey.get(key);
    if (known) add(known, record, why);
    else byKey.set(key, record);
  };
  for (const record of records) {
    const { url = null, otherNames = [] } = record;
    if (url !== null && isWebAddress(url)) {
      meet(`page ${normalizeAddress(url)}`, record, "same-page");
    } else {
      for (const name of [record.name, ...otherNames]) {
        meet(`name ${foldName(name)}`, record, "same-name");
      }
    }
  }
  // Names that are near each other begin alike or end alike, so only those are compared.
  const near = new Map<string, { record: T; folded: string }[]>();
  for (const record of records) {
    if (record.url !== undefined) continue;
    const folded = foldName(record.name);
    if (folded.length < 8) continue;
    for (const key of [`^${folded.slice(0, 4)}`, `${folded.slice(-4)}$`]) {
      const others = near.get(key) ?? [];
      near.set(key, others);
      for (const other of others) {
        if (editDistance(folded, other.folded, 1) <= 1) add(other.record, record, "near-name");
      }
      others.push({ record, folded });
    }
  }
  return [...pairs.values()];
}
