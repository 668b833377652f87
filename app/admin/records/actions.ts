"use server";

import { headers } from "next/headers";
import { findNewHeadline } from "@/app/admin/headline-change";
import type { RetirementPreviewView } from "@/components/features/records/use-retirement-preview";
import type { ActionResult } from "@/lib/contract/action-result";
import { ZoneRetirementPreview } from "@/lib/contract/records-request";
import { answerAction } from "@/lib/server/answer-action";
import { getText } from "@/lib/server/get-text";
import { previewZoneRetirement } from "@/lib/server/preview-retirement";
import { currentView } from "@/lib/server/registry-at";

/** What merging or retiring a zone would change, for a person who may do it. Nothing is recorded. */
export async function loadRetirementPreview(
  input: unknown,
): Promise<ActionResult<RetirementPreviewView>> {
  return answerAction(await headers(), "decide", ZoneRetirementPreview, input, async (sent) => {
    const view = await currentView();
    const found = await previewZoneRetirement(sent, view);
    if (!found.ok) return found;
    const { rows, ...preview } = found.value;
    const headline = findNewHeadline(await getText(), view.rows, rows, view.asOf);
    return { ok: true, value: { ...preview, headline } };
  });
}
