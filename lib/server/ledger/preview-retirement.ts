import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { ZoneRetirementPreview } from "@/lib/contract/records-request";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { previewRetirement, type RetirementPreview } from "@/lib/evidence/retirement-preview";
import { buildRow } from "@/lib/evidence/row";
import { type ChangeResult, WHOLE_FORM } from "../change-result";
import type { RegistryView } from "../registry/registry-at";
import { rehearseLedger } from "./ledger";

/**
 * What merging a zone into another, retiring or withdrawing it, would change today. It is planned like the write itself, and nothing
 * is recorded.
 * @param view of today
 */
export async function previewZoneRetirement(
  { subject, act, into }: z.output<typeof ZoneRetirementPreview>,
  view: Pick<RegistryView, "facts" | "registry" | "rows" | "asOf">,
): Promise<ChangeResult<RetirementPreview>> {
  const other = act === "merged" ? (into ?? null) : null;
  const rehearsed = await rehearseLedger(
    {
      author: "",
      purpose: "",
      retirements: [{ id: randomUUID(), kind: "zone", subject, act, into: other, reason: "" }],
    },
    view.facts,
  );
  if (!rehearsed.ok) {
    const messages = "issues" in rehearsed ? rehearsed.issues.map(({ message }) => message) : [];
    return { ok: false, issues: messages.map((message) => ({ param: WHOLE_FORM, message })) };
  }
  const { facts, claims } = rehearsed;
  const moment = { asOf: view.asOf, revision: facts.revision };
  const registry = buildRegistry(facts, indexEvidence(facts), moment);
  const after = { registry, rows: registry.zones.map(buildRow) };
  return { ok: true, value: previewRetirement(other ?? subject, claims, view, after) };
}
