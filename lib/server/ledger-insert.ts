import "server-only";
import type { Claim } from "@/lib/evidence/ledger-records";
import { Prisma } from "@/prisma/generated/client";
import type { NewClaim } from "./ledger-types";
import { toPublication } from "./load-facts";

/** How a long write is followed and stopped. */
export interface WriteProgress {
  /** Stops the write: nothing of it is recorded, and it throws the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Called with the number of claims that are inserted so far, in a transaction that may still be stopped. */
  readonly onInserted?: (claims: number) => void;
}

/** Claims in one statement: PostgreSQL takes 65,535 parameters, and a claim has 20. */
const INSERTED_AT_ONCE = 1_000;

/** Inserts claims with the decisions that publish them, in parts. */
export async function insertClaims(
  tx: Prisma.TransactionClient,
  claims: readonly NewClaim[],
  revision: number,
  { signal, onInserted }: WriteProgress,
): Promise<void> {
  for (let start = 0; start < claims.length; start += INSERTED_AT_ONCE) {
    signal?.throwIfAborted();
    const part = claims.slice(start, start + INSERTED_AT_ONCE);
    await tx.claim.createMany({
      data: part.map(({ basedOn: _, gateConfirmed: __, ...claim }) => toRow(claim, revision)),
    });
    await tx.decision.createMany({
      data: part.map((claim) => ({ ...toPublication(claim), revisionId: revision })),
    });
    onInserted?.(start + part.length);
  }
}

/** The row of a new claim. */
function toRow(
  { zone, tenancy, value, quotation, lastSeenOn, money, ...claim }: Omit<Claim, "revision">,
  revisionId: number,
): Prisma.ClaimCreateManyInput {
  return {
    ...claim,
    revisionId,
    zoneSlug: zone,
    tenancyId: tenancy,
    value: value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue),
    quotation: quotation?.text ?? null,
    quotationLang: quotation?.lang ?? null,
    lastSeenOn: lastSeenOn === null ? null : new Date(`${lastSeenOn}T00:00:00Z`),
    amount: money?.amount ?? null,
    currency: money?.currency ?? null,
  };
}
