import { METHODS, type Method } from "../catalogue/methods";
import { DATA_SET_AUTHOR, type Revision } from "../evidence/ledger-records";
import type { Moment } from "../evidence/resolve";
import { type Day, isDay, pakistanDay, startOfDay } from "../time/day";
import type { LoggedChange } from "./change-log";

/** Editions and methods after this day are announced as one entry each. Feeds had those before without one. */
const ANNOUNCED_AFTER: Day = "2026-11-26";

/**
 * The edition of the data set that a revision recorded, by the day of its compilation; null: a person wrote the revision, or
 * the edition is not announced as one.
 */
export function readEdition({ author, purpose }: Pick<Revision, "author" | "purpose">): Day | null {
  const [, day = ""] = / as compiled on (\S+)$/.exec(purpose) ?? [];
  return author === DATA_SET_AUTHOR && isDay(day) && day > ANNOUNCED_AFTER ? day : null;
}

/** What one edition of the data set changed. */
export interface EditionNews {
  readonly kind: "edition";
  readonly compiledOn: Day;
  /** Fields of zones and firms whose value changed. */
  readonly values: number;
  readonly zones: number;
  readonly revision: Revision;
  /** The day of the revision. */
  readonly asOf: Day;
  /** The number of the revision before. */
  readonly before: number;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
}

/** A new method came into use. The values of past days can differ from then on. */
export interface MethodNews extends Method {
  readonly kind: "method";
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
}

/** The parts of a change that an edition counts. */
interface CountedChange {
  readonly zone: string;
  /** Id of the firm in the zone. */
  readonly tenancy: string | null;
  readonly field: string | null;
}

type Logged = CountedChange & Pick<LoggedChange, "moment" | "at">;

/** One entry of the news. */
export type News<C> =
  | { readonly kind: "change"; readonly change: C; readonly at: string }
  | EditionNews
  | MethodNews;

/** The changed values of some changes, and the zones that have them. */
export function countValues(changes: readonly CountedChange[]) {
  const values = new Set(changes.map(({ zone, tenancy, field }) => `${zone} ${tenancy} ${field}`));
  return { values: values.size, zones: new Set(changes.map(({ zone }) => zone)).size };
}

/**
 * A log of changes as news: the changes that one edition of the data set made are one entry, and each new method is one.
 * @param log latest first
 * @param revisions all of them
 * @param until the last day to include
 * @returns latest first
 */
export function listNews<C extends Logged>(
  log: readonly C[],
  revisions: Iterable<Revision>,
  until: Day,
): News<C>[] {
  const editions = new Map<string, Edition<C>>();
  let before = 0;
  for (const revision of revisions) {
    const compiledOn = readEdition(revision);
    if (compiledOn !== null) {
      const asOf = pakistanDay(new Date(revision.recordedAt));
      const edition = { kind: "edition", compiledOn, revision, asOf, before } as const;
      editions.set(momentKey({ asOf, revision: revision.number }), { edition, changes: [] });
    }
    before = revision.number;
  }
  const news: News<C>[] = [];
  for (const change of log) {
    const edition = editions.get(momentKey(change.moment));
    if (edition) edition.changes.push(change);
    else news.push({ kind: "change", change, at: change.at });
  }
  for (const { edition, changes } of editions.values()) {
    const at = edition.revision.recordedAt;
    if (changes.length > 0) news.push({ ...edition, ...countValues(changes), at });
  }
  for (const method of METHODS) {
    const at = startOfDay(method.since).toISOString();
    if (method.since > ANNOUNCED_AFTER && method.since <= until) {
      news.push({ kind: "method", ...method, at });
    }
  }
  return news.sort((a, b) => (a.at === b.at ? 0 : a.at > b.at ? -1 : 1));
}

interface Edition<C> {
  readonly edition: Omit<EditionNews, "values" | "zones" | "at">;
  readonly changes: C[];
}

const momentKey = ({ asOf, revision }: Moment) => `r${revision} ${asOf}`;
