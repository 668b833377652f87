import type { Revision } from "../evidence/ledger-records";
import { isDay, pakistanDay } from "./day";

/** Examples of the forms of the `knownOn` parameter. */
export const KNOWN_ON_FORMS = ["r12", "2026-11-24", "2026-11-24T09:30:00Z"] as const;

const REVISION = /^r(\d{1,9})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Accepts a revision (`r12`), a day or an instant. */
export function isKnownOn(text: string): boolean {
  return REVISION.test(text) || isDay(text) || isInstant(text);
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/**
 * The number of the revision that `knownOn` names: for `r12` that revision, for a day in Pakistan or
 * an instant the last one recorded by then, for null the last of all. 0: none was recorded yet.
 * @param revisions in order of their numbers
 * @returns null where `knownOn` names a revision that does not exist yet
 */
export function resolveRevision(
  knownOn: string | null,
  revisions: readonly Pick<Revision, "number" | "recordedAt">[],
): number | null {
  const last = revisions.at(-1)?.number ?? 0;
  if (knownOn === null) return last;
  const number = REVISION.exec(knownOn)?.[1];
  if (number !== undefined) return Number(number) <= last ? Number(number) : null;
  const isRecorded = isDay(knownOn)
    ? (r: Pick<Revision, "recordedAt">) => pakistanDay(new Date(r.recordedAt)) <= knownOn
    : (r: Pick<Revision, "recordedAt">) => Date.parse(r.recordedAt) <= Date.parse(knownOn);
  return revisions.filter(isRecorded).at(-1)?.number ?? 0;
}
