"use server";

import { answerAndShowState } from "@/app/admin/answer-and-refresh";
import type { ActionResult } from "@/lib/contract/action-result";
import { ArticleStateRequest } from "@/lib/contract/queue-request";
import { setArticleState } from "@/lib/server/desk/articles";

/** Dismisses an article of a feed, or opens it again. */
export async function setArticle(input: unknown): Promise<ActionResult> {
  return answerAndShowState("record", ArticleStateRequest, input, setArticleState);
}
