import type { Revision } from "../evidence/ledger-records";
import { isDay, pakistanDay } from "./day";

/** Examples of the forms of the `knownOn` parameter. */
export const KNOWN_ON_FORMS = [
  "r12",
  "r12-3f9a2c1e",
  "2026-11-24",
  "2026-11-24T09:30:00Z",
] as const;

/** A number, and the first digits of the identity. */
const REVISION = /^r(\d{1,9})(?:-([0-9a-f]{8,64}))?$/;
/** Digits of the identity in permanent links. */
const IDENTITY_DIGITS = 8;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Accepts a revision (`r12`, or `r12-3f9a2c1e` with its identity), a day or an instant. */
export function isKnownOn(text: string): boolean {
  return REVISION.test(text) || isDay(text) || isInstant(text);
}

/** Does `knownOn` name a revision with its identity, as permanent links do? Then it never names another one. */
export function namesRevision(knownOn: string): boolean {
  return REVISION.exec(knownOn)?.[2] !== undefined;
}

/** The number in `knownOn`; null where it is a day, an instant, or null. */
export function readRevisionNumber(knownOn: string | null): number | null {
  const number = REVISION.exec(knownOn ?? "")?.[1];
  return number === undefined ? null : Number(number);
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/**
 * How a permanent link names a revision: by its number and the first digits of its identity, such as `r12-3f9a2c1e`.
 * The number alone can be that of another revision after a failover that lost writes or a restored backup.
 * @param revisions all of them; for a number that is not among them, such as 0, the answer is the number alone
 */
export function formatKnownOn(
  number: number,
  revisions: readonly Pick<Revision, "number" | "identity">[],
): string {
  const identity = revisions.find((revision) => revision.number === number)?.identity ?? "";
  return identity === "" ? `r${number}` : `r${number}-${identity.slice(0, IDENTITY_DIGITS)}`;
}

/** Does `knownOn` name a revision by its identity, and the number is that of another one? */
export function isReplaced(
  knownOn: string,
  revisions: readonly Pick<Revision, "number" | "identity">[],
): boolean {
  const [, number, identity] = REVISION.exec(knownOn) ?? [];
  if (identity === undefined || Number(number) > (revisions.at(-1)?.number ?? 0)) return false;
  const found = revisions.find((revision) => revision.number === Number(number));
  return !found?.identity.startsWith(identity);
}

/**
 * The number of the revision that `knownOn` names: for `r12` that revision, for a day in Pakistan or
 * an instant the last one recorded by then, for null the last of all. 0: none was recorded yet.
 * @param revisions in order of their numbers
 * @returns null where `knownOn` names a revision that does not exist yet, or that was replaced
 */
export function resolveRevision(
  knownOn: string | null,
  revisions: readonly Pick<Revision, "number" | "recordedAt" | "identity">[],
): number | null {
  const last = revisions.at(-1)?.number ?? 0;
  if (knownOn === null) return last;
  const number = readRevisionNumber(knownOn);
  if (number !== null) return number <= last && !isReplaced(knownOn, revisions) ? number : null;
  const isRecorded = isDay(knownOn)
    ? (r: Pick<Revision, "recordedAt">) => pakistanDay(new Date(r.recordedAt)) <= knownOn
    : (r: Pick<Revision, "recordedAt">) => Date.parse(r.recordedAt) <= Date.parse(knownOn);
  return revisions.filter(isRecorded).at(-1)?.number ?? 0;
}
