import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { z } from "zod";
import type { Role } from "@/lib/catalogue/roles";
import type { RetirementRequest } from "@/lib/contract/records-request";
import { ClaimRequest } from "@/lib/contract/write-request";
import { newClaim } from "./new-claim";

/** The functions behind the forms and the API. */
export const requests = () => import("@/lib/server/desk/record-request");

/** A person who writes, new each time. */
export function writer(role: Role) {
  const id = randomUUID();
  const name = `A ${role}`;
  return {
    person: { id, name, email: `${role}@example.org`, role, mustFirst: null },
    actor: { id, name, address: "192.0.2.1" },
  };
}

/** A claim as a request has it. */
export const sent = (part: Parameters<typeof newClaim>[0] = {}) =>
  ClaimRequest.parse(JSON.parse(JSON.stringify(newClaim(part))));

/** The registry at a moment. */
export async function viewOf(moment: { asOf?: string; knownOn?: string } = {}) {
  const { registryAt } = await import("@/lib/server/registry/registry-at");
  const answer = await registryAt(moment);
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  return answer.view;
}

/** A zone at a moment; undefined where it is not shown. */
export const zoneOf = async (slug: string, moment?: { asOf?: string; knownOn?: string }) =>
  (await viewOf(moment)).registry.zones.find((zone) => zone.slug === slug);

/** Records a zone with a name, a cohort and, if given, a firm. */
export async function addZone(slug: string, name: string, firm?: string): Promise<void> {
  const { recordRequest } = await requests();
  const result = await recordRequest(
    {
      zones: [{ slug }],
      tenancies: firm ? [{ zone: slug, firm }] : [],
      claims: [
        sent({ zone: slug, field: "name", value: name }),
        sent({ zone: slug, field: "cohort", value: "unconfirmed", asOf: "2026-10-01" }),
        ...(firm
          ? [
              sent({
                zone: slug,
                tenancy: `${slug}--${firm.toLowerCase().replaceAll(" ", "-")}`,
                field: "tenancyStage",
                value: "mou",
              }),
            ]
          : []),
      ],
    },
    writer("analyst"),
  );
  expect(result).toMatchObject({ ok: true });
}

/** A merge, unless another act is given. */
export const retirement = (
  part: Pick<z.output<typeof RetirementRequest>, "kind" | "subject"> &
    Partial<z.output<typeof RetirementRequest>>,
): z.output<typeof RetirementRequest> => ({
  id: randomUUID(),
  act: "merged",
  reason: "The same record twice.",
  ...part,
});
