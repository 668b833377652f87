import "server-only";
import { randomUUID } from "node:crypto";
import type { RedactionReason, TextPlace } from "@/lib/contract/redaction";
import { type Actor, audit } from "../audit/audit";
import type { ChangeResult } from "../change-result";
import { db, LOCKS } from "../database/db";
import { isStorable } from "../database/storable-text";
import { insertRevision, runUnderLedgerLock } from "../ledger/ledger";
import { hashText } from "../ledger/removed-texts";
import { getText } from "../text/get-text";
import { removeFromSubmissions } from "./submission-texts";
import { readPlace, readText, toPlaceColumns } from "./text-places";

type Refusal = Extract<ChangeResult, { ok: false }>;

/** The names of their messages in `api.redaction`. */
type Fault = "gone" | "removed" | "requested" | "closed" | "own" | "changed";

async function refuse(fault: Fault): Promise<Refusal> {
  const message = (await getText()).t(`api.redaction.${fault}`);
  return { ok: false, issues: [{ param: "person", message }] };
}

const describePlace = ({ kind, row }: TextPlace) => `${kind} ${row}`;

/** Asks to remove a text. Another person confirms it. */
export async function requestRemoval(
  { reason, ...place }: TextPlace & { readonly reason: RedactionReason },
  actor: Actor,
): Promise<ChangeResult> {
  const requestedById = actor.id;
  if (requestedById === null) throw new Error("Only a person with an account can ask for this.");
  return db().$transaction(async (tx): Promise<ChangeResult> => {
    if (!isStorable(place.row)) return refuse("gone");
    const at = toPlaceColumns(place);
    if ((await tx.redaction.count({ where: at })) > 0) return refuse("removed");
    const text = await readText(tx, place);
    if (!text) return refuse("gone");
    const { count } = await tx.redactionRequest.createMany({
      data: {
        id: randomUUID(),
        ...at,
        sha256: hashText(text),
        reason,
        requestedBy: actor.name,
        requestedById,
      },
      skipDuplicates: true,
    });
    if (count === 0) return refuse("requested");
    const subject = describePlace(place);
    await audit({ actor, action: "removal-requested", subject, detail: { reason } }, tx);
    return { ok: true, value: null };
  });
}

/** Closes a request without removing the text. The person who asked may do so, too. */
export async function dismissRemoval(id: string, actor: Actor): Promise<ChangeResult> {
  return db().$transaction(async (tx): Promise<ChangeResult> => {
    const request = await tx.redactionRequest.findUnique({ where: { id } });
    const { count } = await tx.redactionRequest.deleteMany({ where: { id } });
    if (!request || count === 0) return refuse("closed");
    const subject = describePlace(readPlace(request));
    const detail = { reason: request.reason, requestedBy: request.requestedBy };
    await audit({ actor, action: "removal-dismissed", subject, detail }, tx);
    return { ok: true, value: null };
  });
}

/**
 * Removes the text of a request, and its copies, for ever. It is a revision of its own, so that every
 * answer changes.
 * @param actor another person than the one who asked; without an id: by name, on the machine
 * @returns the number of places that had the text
 */
export async function confirmRemoval(id: string, actor: Actor): Promise<ChangeResult<number>> {
  const result = await runUnderLedgerLock(async ({ sql, tx }, last): Promise<Removal | Refusal> => {
    const request = await tx.redactionRequest.findUnique({ where: { id } });
    if (!request) return refuse("closed");
    if (isAsker(request, actor)) return refuse("own");
    const place = readPlace(request);
    const text = await readText(tx, place);
    if (text === null || hashText(text) !== request.sha256) return refuse("changed");
    // A release that is being made could still have the text: it is awaited, so that its files are found too.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCKS.releases})::text`;
    const by = { author: actor.name, actor, purpose: "1 text removed" };
    const revision = await insertRevision(sql, last, by);
    const [{ places } = { places: 0 }] = await tx.$queryRaw<{ places: number }[]>`
      SELECT remove_text(${id}::uuid, ${revision}::int, ${actor.name}, ${actor.id}) AS places`;
    await removeFromSubmissions(tx, place, text);
    const { reason, requestedBy, sha256 } = request;
    const detail = { reason, requestedBy, places, sha256 };
    const subject = describePlace(place);
    await audit({ actor, action: "text-removed", subject, detail, revision }, tx);
    return { ok: true, value: places, revision };
  });
  return result.ok ? { ok: true, value: result.value } : result;
}

/** Is the actor the person who asked? Without an id only the name can tell. */
function isAsker(
  request: { readonly requestedBy: string; readonly requestedById: string },
  { id, name }: Actor,
): boolean {
  const fold = (text: string) => text.trim().toLowerCase();
  return id === null ? fold(name) === fold(request.requestedBy) : id === request.requestedById;
}

interface Removal {
  readonly ok: true;
  /** The places that had the text. */
  readonly value: number;
  readonly revision: number;
}

/**
 * Compares the redactions with what is in their places.
 * @returns one line per redaction whose place does not have its sentence
 */
export async function listRedactionDifferences(): Promise<string[]> {
  const rows = await db().$queryRaw<{ place: string }[]>`
    SELECT concat_ws(' ', table_name, column_name, row_id) AS place FROM redaction
    WHERE NOT is_redacted(redaction) ORDER BY 1`;
  return rows.map(({ place }) => `${place}: the text is not removed, although a redaction says so`);
}
