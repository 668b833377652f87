import "server-only";
import { randomUUID } from "node:crypto";
import type { Facts, RetirableKind } from "@/lib/evidence/ledger-records";
import { Prisma } from "@/prisma/generated/client";
import { deriveId } from "./derived-id";
import { type Act, addedIn, addsSourcesAlone } from "./own-acts";
import type { NewRecordChange, NewRetirement } from "./types";

/** What reverses what an act did to records, and which claims that takes along. */
export interface ReversedRecords {
  readonly retirements: readonly NewRetirement[];
  /** The version before of a firm, an event or a figure; null: the act has none. */
  readonly change: NewRecordChange | null;
  /** Is this claim of the act hidden, restored or copied with its record, so that no decision on it is needed? */
  readonly takesAlong: (claim: {
    readonly zoneSlug: string;
    readonly tenancyId: string | null;
    readonly revisionId: number;
  }) => boolean;
}

/**
 * What reverses an act: records that it added are withdrawn, one that it changed gets its version before, and one that it
 * merged, retired, withdrew or restored is as before.
 * @param facts all that is known
 */
export async function reverseRecords(
  tx: Prisma.TransactionClient,
  facts: Facts,
  act: Act,
  reason: string,
): Promise<ReversedRecords> {
  const { revision } = act;
  const { tenancies } = facts;
  const rows = facts.retirements.filter((one) => one.revision === revision);
  const merges = rows.some((one) => one.act === "merged");
  // The firms that a merge gives to a zone come and go with it.
  const added = merges ? [] : await listAdded(tx, act);
  const has = (kind: RetirableKind, subject: string | null) =>
    added.some((one) => one.kind === kind && one.subject === subject);
  // A firm in a zone goes and comes with the firm or the zone, where the act added that too.
  const goesAlong = ({ kind, subject }: (typeof added)[number]) => {
    const tenancy = kind === "tenancy" ? tenancies.find(({ id }) => id === subject) : undefined;
    return tenancy !== undefined && (has("firm", tenancy.firmId) || has("zone", tenancy.zone));
  };
  const reversed = listRequested(rows).map((row) => ({ row, before: findBefore(facts, row) }));
  const toBefore = reversed.flatMap(({ row, before }): NewRetirement[] => {
    const { kind, subject } = row;
    const again = { id: randomUUID(), kind, subject, reason };
    if (row.act !== "restored") return [{ ...again, act: "restored", into: null }];
    return before ? [{ ...again, act: before.act, into: before.into }] : [];
  });
  const unmerged = reversed.flatMap(({ row, before }) =>
    row.act === "restored" && before?.act === "merged" ? before.revision : [],
  );
  return {
    retirements: [
      ...toBefore,
      ...added
        .filter((one) => !goesAlong(one))
        .map(
          (one): NewRetirement => ({
            ...{ ...one, id: randomUUID(), reason },
            ...{ act: "withdrawn", into: null },
          }),
        ),
    ],
    change: findChange(facts, revision, reason, has),
    takesAlong: ({ zoneSlug, tenancyId, revisionId }) =>
      (merges && revisionId === revision) ||
      unmerged.includes(revisionId) ||
      has("zone", zoneSlug) ||
      has("tenancy", tenancyId),
  };
}

/** The retirements that an act asked for, without those of the firms in zones that followed from these. */
function listRequested(rows: Facts["retirements"]): Facts["retirements"] {
  const isDerived = (row: (typeof rows)[number]) =>
    rows.some((other) => row.id === deriveId(other.id, row.subject));
  return rows.filter((row) => !isDerived(row));
}

/** The retirement of a record before that of an act; undefined: there was none. */
function findBefore(facts: Facts, { kind, subject, revision }: Facts["retirements"][number]) {
  return facts.retirements.findLast(
    (one) => one.kind === kind && one.subject === subject && one.revision < revision,
  );
}

/** The records that an act added, and the sources where it did nothing else. */
async function listAdded(
  tx: Prisma.TransactionClient,
  act: Act,
): Promise<Pick<NewRetirement, "kind" | "subject">[]> {
  if (addsSourcesAlone(act)) return act.sources.map((subject) => ({ kind: "source", subject }));
  return tx.$queryRaw`SELECT kind, subject FROM (${addedIn(Prisma.sql`= ${act.revision}`)}) AS added`;
}

/** The change that brings back the version before of the record that an act changed; null: it changed none. */
function findChange(
  facts: Facts,
  revision: number,
  reason: string,
  isAdded: (kind: RetirableKind, subject: string) => boolean,
): NewRecordChange | null {
  const versions = [
    ...facts.firmVersions.map((one) => ({ kind: "firm" as const, subject: one.id, one })),
    ...facts.events.map((one) => ({ kind: "event" as const, subject: one.id, one })),
    ...facts.context.map((one) => ({ kind: "figure" as const, subject: one.key, one })),
  ];
  const made = versions.find(
    ({ kind, subject, one }) =>
      one.revision === revision && one.reason !== null && !isAdded(kind, subject),
  );
  if (!made) return null;
  const { kind, subject } = made;
  const before = versions.findLast(
    (version) =>
      version.kind === kind && version.subject === subject && version.one.revision < revision,
  );
  if (!before) return null;
  const { revision: _, reason: __, ...parts } = before.one;
  return { id: randomUUID(), kind, subject, basedOn: revision, reason, parts };
}
