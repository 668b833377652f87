import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type {
  NewClaim,
  NewDecision,
  NewSource,
  NewSourceChange,
  NewSubjects,
} from "./ledger-types";
import { hashText } from "./removable-texts";

/** What a write sends that can contain a removed text. */
interface SentItems {
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly NewDecision[];
  readonly subjects: NewSubjects;
  readonly sourceChange: NewSourceChange | undefined;
}

interface RemovedRow {
  readonly table: "claim" | "decision" | "source";
  readonly column: string;
  /** Id of the claim or source. */
  readonly subject: string;
  readonly sha256: string;
  /** Null for a link. */
  readonly sentence: string | null;
}

/** Gives the sentence in place of a text that was removed, and any other text as it is. */
type Replace = (
  table: RemovedRow["table"],
  column: string,
  subject: string,
  text: string | null,
) => string | null;

/**
 * The items of a write with the sentence in place of each text that was removed from the same claim or source, so
 * that an item sent again is still the same and does not publish the text again.
 */
export async function replaceRemovedTexts(
  tx: Prisma.TransactionClient,
  sent: SentItems,
): Promise<SentItems> {
  const { claims, decisions, subjects, sourceChange } = sent;
  const removed = await listRemoved(tx, {
    claims: [...claims.map(({ id }) => id), ...decisions.map(({ claimId }) => claimId)],
    sources: [
      ...subjects.sources.map(({ id }) => id),
      ...(sourceChange ? [sourceChange.sourceId] : []),
    ],
  });
  if (removed.size === 0) return sent;
  const replace: Replace = (table, column, subject, text) => {
    if (text === null) return null;
    const sentence = removed.get(keyOf({ table, column, subject, sha256: hashText(text) }));
    return sentence === undefined ? text : sentence;
  };
  return {
    claims: claims.map((claim) => replaceInClaim(claim, replace)),
    decisions: decisions.map((decision) => ({
      ...decision,
      reason: replace("decision", "reason", decision.claimId, decision.reason),
    })),
    subjects: {
      ...subjects,
      sources: subjects.sources.map(({ reason, ...source }) => ({
        ...source,
        ...replaceInSource(source.id, source, replace),
        ...(reason === undefined
          ? {}
          : { reason: replace("source", "reason", source.id, reason) ?? reason }),
      })),
    },
    sourceChange: sourceChange && {
      ...sourceChange,
      reason:
        replace("source", "reason", sourceChange.sourceId, sourceChange.reason) ??
        sourceChange.reason,
      parts: {
        ...sourceChange.parts,
        ...replaceInSource(sourceChange.sourceId, sourceChange.parts, replace),
      },
    },
  };
}

function replaceInClaim(claim: NewClaim, replace: Replace): NewClaim {
  const { id, note, locator, quotation } = claim;
  const words = quotation && replace("claim", "quotation", id, quotation.text);
  return {
    ...claim,
    note: replace("claim", "note", id, note),
    locator: replace("claim", "locator", id, locator),
    quotation: quotation && words !== null ? { ...quotation, text: words } : null,
  };
}

/** The texts of a source, without those that are absent. */
function replaceInSource(
  id: string,
  { title, publisher, url, archivedUrl }: Partial<NewSource>,
  replace: Replace,
): Partial<Pick<NewSource, "title" | "publisher" | "url" | "archivedUrl">> {
  return {
    ...(title === undefined ? {} : { title: replace("source", "title", id, title) ?? title }),
    ...(publisher === undefined
      ? {}
      : { publisher: replace("source", "publisher", id, publisher) ?? publisher }),
    ...(url === undefined ? {} : { url: replace("source", "url", id, url) }),
    ...(archivedUrl === undefined
      ? {}
      : { archivedUrl: replace("source", "archived_url", id, archivedUrl) }),
  };
}

const keyOf = ({ table, column, subject, sha256 }: Omit<RemovedRow, "sentence">): string =>
  [table, column, subject, sha256].join(" ");

/** The sentences in place of the texts that were removed from some claims, their decisions, and sources. */
async function listRemoved(
  tx: Prisma.TransactionClient,
  ids: { readonly claims: string[]; readonly sources: string[] },
): Promise<Map<string, string | null>> {
  const rows = await tx.$queryRaw<RemovedRow[]>`
    WITH removed AS (
      SELECT CASE table_name WHEN 'source_version' THEN 'source' ELSE table_name END AS "table",
        column_name AS "column", sha256, redaction_sentence(column_name, removed_at, reason) AS sentence,
        CASE table_name
          WHEN 'decision' THEN (SELECT claim_id::text FROM decision WHERE id = CASE table_name WHEN 'decision' THEN row_id::bigint END)
          WHEN 'source_version' THEN (SELECT source_id FROM source_version WHERE id = CASE table_name WHEN 'source_version' THEN row_id::uuid END)
          ELSE row_id
        END AS subject
      FROM redaction WHERE table_name IN ('claim', 'decision', 'source', 'source_version'))
    SELECT * FROM removed
    WHERE subject = ANY(CASE "table" WHEN 'source' THEN ${ids.sources}::text[] ELSE ${ids.claims}::text[] END)`;
  return new Map(rows.map((row) => [keyOf(row), row.sentence]));
}
