import "server-only";
import type { TextPlace } from "@/lib/contract/redaction";
import type { Prisma } from "@/prisma/generated/client";
import { splitKind } from "./removable-texts";

/** Keys of texts in a stored request. */
const TEXT_KEYS = ["note", "locator", "text", "title", "publisher", "reason"];
/** Keys of links, which become null, because a sentence is no link. */
const LINK_KEYS = ["url", "archivedUrl"];

/**
 * Puts the sentence in place of a text that was just removed, in what was sent for review. In the submission that recorded the claim,
 * the same part goes even where the reviewer changed it before. Comments of submissions stay.
 */
export async function removeFromSubmissions(
  tx: Prisma.TransactionClient,
  place: TextPlace,
  text: string,
): Promise<void> {
  const { table, column } = splitKind(place.kind);
  const [redaction] = await tx.$queryRaw<{ sentence: string | null }[]>`
    SELECT redaction_sentence(column_name, removed_at, reason) AS sentence FROM redaction
    WHERE (table_name, column_name, row_id) = (${table}, ${column}, ${place.row})`;
  const sentence = redaction?.sentence ?? null;
  const rows = await tx.$queryRaw<{ id: string; request: unknown; changed: unknown }[]>`
    SELECT id, request, changed FROM submission
    WHERE position(to_json(${text}::text)::text IN concat(request, changed)) > 0
      OR request @? ${`$.claims[*] ? (@.id == ${JSON.stringify(place.row)})`}::jsonpath
    FOR UPDATE`;
  for (const { id, request, changed } of rows) {
    const removed = new Set([text, ...listSent(request, place), ...listSent(changed, place)]);
    const replaced = JSON.stringify(replace(request, removed, sentence));
    const replacedChange =
      changed === null ? null : JSON.stringify(replace(changed, removed, sentence));
    await tx.$executeRaw`
      UPDATE submission SET request = ${replaced}::jsonb, changed = ${replacedChange}::jsonb
      WHERE id = ${id}::uuid`;
  }
}

/** A part of a claim as a stored request has it; empty: the request does not have it. */
function listSent(request: unknown, { kind, row }: TextPlace): string[] {
  const { table, column } = splitKind(kind);
  if (table !== "claim") return [];
  const { claims = [] } = (request ?? {}) as { claims?: Record<string, unknown>[] };
  return claims.flatMap((claim) => {
    const part = claim.id === row ? claim[column] : null;
    const words = column === "quotation" ? (part as { text?: unknown } | null)?.text : part;
    return typeof words === "string" && words !== "" ? [words] : [];
  });
}

function replace(json: unknown, removed: ReadonlySet<string>, sentence: string | null): unknown {
  if (Array.isArray(json)) return json.map((item) => replace(item, removed, sentence));
  if (json === null || typeof json !== "object") return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      if (typeof value !== "string" || !removed.has(value)) {
        return [key, replace(value, removed, sentence)];
      }
      if (LINK_KEYS.includes(key)) return [key, null];
      return [key, TEXT_KEYS.includes(key) && sentence !== null ? sentence : value];
    }),
  );
}
