"use server";

import { headers } from "next/headers";
import { listZoneEvidence } from "@/app/admin/zone-evidence";
import type { ActionResult } from "@/lib/contract/action-result";
import { ZoneSlug } from "@/lib/contract/request-parts";
import type { ZoneEvidence } from "@/lib/evidence/preview";
import { answerAction } from "@/lib/server/http/answer-action";
import { currentView } from "@/lib/server/registry/registry-at";

/** The evidence on a zone and its firms, for a person who may record. It is empty for a zone that does not exist. */
export async function loadZoneEvidence(input: unknown): Promise<ActionResult<ZoneEvidence>> {
  return answerAction(await headers(), "record", ZoneSlug, input, async (slug) => {
    const view = await currentView();
    const zone = view.registry.zones.find((item) => item.slug === slug);
    return { ok: true, value: zone ? listZoneEvidence(view, zone) : [] };
  });
}
