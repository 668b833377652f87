"use server";

import { headers } from "next/headers";
import { answerAndRefresh } from "@/app/admin/answer-and-refresh";
import { findNewHeadline } from "@/app/admin/headline-change";
import type { RetirementPreviewView } from "@/components/features/records/retirement-form";
import type { ActionResult } from "@/lib/contract/action-result";
import {
  SourceFileChange,
  SourceFileId,
  ZoneRetirementPreview,
} from "@/lib/contract/records-request";
import { changeSourceFile, removeSourceFile } from "@/lib/server/desk/source-files";
import { answerAction } from "@/lib/server/http/answer-action";
import { previewZoneRetirement } from "@/lib/server/ledger/preview-retirement";
import { mayChangeRecords } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

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

/** Files do not wait for review: where everything of analysts does, a reviewer changes them. */
const getFileAct = () => (mayChangeRecords("analyst") ? "record" : "decide");

/** Changes the pages and the readers of a source's file. */
export async function changeFile(input: unknown): Promise<ActionResult> {
  return answerAndRefresh(getFileAct(), SourceFileChange, input, changeSourceFile);
}

/** Removes the file of a source. */
export async function removeFile(input: unknown): Promise<ActionResult> {
  return answerAndRefresh(getFileAct(), SourceFileId, input, removeSourceFile);
}
