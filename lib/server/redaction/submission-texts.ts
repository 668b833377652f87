import "server-only";
import type { TextPlace } from "@/lib/contract/redaction";
import type { Prisma } from "@/prisma/generated/client";
import { toPlaceColumns } from "./text-places";

/** Keys of texts in a stored request. */
const TEXT_KEYS = [
  ...["note", "locator", "text", "title", "publisher", "reason"],
  ...["body", "label", "statement", "sourceNote"],
];
/** Keys of names of firms, which go only where such a name is removed: they are often the same as a title. */
const NAME_KEYS = ["firm", "name", "otherNames"];
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
  const { tableName, columnName, rowId } = toPlaceColumns(place);
  const keys = ["name", "other_names"].includes(place.kind.split(".")[1] ?? "")
    ? NAME_KEYS
    : TEXT_KEYS;
  const [redaction] = await tx.$queryRaw<{ sentence: string | null }[]>`
    SELECT redaction_sentence(column_name, removed_at, reason) AS sentence FROM redaction
    WHERE (table_name, column_name, row_id) = (${tableName}, ${columnName}, ${rowId})`;
  const sentence = redaction?.sentence ?? null;
  const rows = await tx.$queryRaw<{ id: string; request: unknown; changed: unknown }[]>`
    SELECT id, request, changed FROM submission
    WHERE position(to_json(${text}::text)::text IN concat(request, changed)) > 0
      OR request @? ${`$.claims[*] ? (@.id == ${JSON.stringify(place.row)})`}::jsonpath
    FOR UPDATE`;
  for (const { id, request, changed } of rows) {
    const removed = new Set([text, ...listSent(request, place), ...listSent(changed, place)]);
    const replaced = JSON.stringify(replace(request, { removed, sentence, keys }));
    const replacedChange =
      changed === null ? null : JSON.stringify(replace(changed, { removed, sentence, keys }));
    await tx.$executeRaw`
      UPDATE submission SET request = ${replaced}::jsonb, changed = ${replacedChange}::jsonb
      WHERE id = ${id}::uuid`;
  }
}

/** A part of a claim as a stored request has it; empty: the request does not have it. */
function listSent(request: unknown, place: TextPlace): string[] {
  const { tableName, columnName: column, rowId } = toPlaceColumns(place);
  if (tableName !== "claim") return [];
  const { claims = [] } = (request ?? {}) as { claims?: Record<string, unknown>[] };
  return claims.flatMap((claim) => {
    const part = claim.id === rowId ? claim[column] : null;
    const words = column === "quotation" ? (part as { text?: unknown } | null)?.text : part;
    return typeof words === "string" && words !== "" ? [words] : [];
  });
}

interface Replacement {
  readonly removed: ReadonlySet<string>;
  /** Null for a link. */
  readonly sentence: string | null;
  /** Under which the sentence can stand. */
  readonly keys: readonly string[];
}

/** @param key of the object or list in which the part is */
function replace(json: unknown, what: Replacement, key = ""): unknown {
  if (Array.isArray(json)) return json.map((item) => replace(item, what, key));
  if (json !== null && typeof json === "object") {
    return Object.fromEntries(
      Object.entries(json).map(([name, value]) => [name, replace(value, what, name)]),
    );
  }
  if (typeof json !== "string" || !what.removed.has(json)) return json;
  if (LINK_KEYS.includes(key)) return null;
  return what.keys.includes(key) && what.sentence !== null ? what.sentence : json;
}
