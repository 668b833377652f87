import { expect, type Page } from "@playwright/test";
import type { NewClaim } from "../../../lib/server/ledger/types";
import { newClaim } from "../../support/new-claim";

/** Writes to the API as the person who is signed in on the page. */
async function write(page: Page, path: string, data: object): Promise<void> {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post(path, { headers, data });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** Records a claim. @param part of it; the rest as in `newClaim` */
export async function recordClaim(page: Page, part: Partial<NewClaim>): Promise<NewClaim> {
  const claim = newClaim(part);
  await write(page, "/api/v1/claims", { claims: [claim] });
  return claim;
}

/** Withdraws a claim. */
export async function withdrawClaim(page: Page, claimId: string, reason: string): Promise<void> {
  const decision = { claimId, decision: "retracted", reason };
  await write(page, "/api/v1/decisions", { decisions: [decision] });
}

/** Adds a zone without a confirmed approval. @returns its slug */
export async function addZone(page: Page, name: string): Promise<string> {
  const zone = name.toLowerCase().replaceAll(" ", "-");
  const claims = [
    newClaim({ zone, field: "name", value: name }),
    newClaim({ zone, field: "cohort", value: "unconfirmed" }),
  ];
  await write(page, "/api/v1/zones", { slug: zone, claims });
  return zone;
}

/** Retires a zone. */
export async function retireZone(page: Page, subject: string, reason: string): Promise<void> {
  const id = crypto.randomUUID();
  await write(page, "/api/v1/retirements", { id, kind: "zone", subject, act: "retired", reason });
}
