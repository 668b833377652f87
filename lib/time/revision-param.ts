import type { Revision } from "../evidence/ledger-records";
import { isDay, pakistanDay } from "./day";

/** The forms that `knownOn` can take. */
export const KNOWN_ON_FORMS = ["r12", "2026-11-24", "2026-11-24T09:30:00Z"] as const;

const VERSION = /^r(\d{1,9})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Is this text a version, a day or an instant? */
export function isKnownOn(text: string): boolean {
  return VERSION.test(text) || isDay(text) || isInstant(text);
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/**
 * The revision that `knownOn` names: a version itself, else the last revision recorded by that
 * instant or on that day in Pakistan; 0 where nothing was known yet.
 * @param revisions in order of their numbers
 * @returns null where the version does not exist yet
 */
export function resolveRevision(
  knownOn: string | null,
  revisions: readonly Pick<Revision, "number" | "recordedAt">[],
): number | null {
  const last = revisions.at(-1)?.number ?? 0;
  if (knownOn === null) return last;
  const version = VERSION.exec(knownOn)?.[1];
  if (version !== undefined) return Number(version) <= last ? Number(version) : null;
  const counts = isDay(knownOn)
    ? (r: Pick<Revision, "recordedAt">) => pakistanDay(new Date(r.recordedAt)) <= knownOn
    : (r: Pick<Revision, "recordedAt">) => Date.parse(r.recordedAt) <= Date.parse(knownOn);
  return revisions.filter(counts).at(-1)?.number ?? 0;
}
