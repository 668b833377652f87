import { DecisionsRequest } from "@/lib/contract/write-request";
import { POST_ONLY, writeRoute } from "@/lib/server/http/write-route";
import { decideRequest } from "@/lib/server/record-request";

export const dynamic = "force-dynamic";

export const { GET, PUT, PATCH, DELETE } = POST_ONLY;

/** Writes judgements on claims, all or nothing: a reviewer's on any, an analyst's withdrawal of their own. */
export const POST = writeRoute({
  act: "withdraw-own",
  schema: DecisionsRequest,
  write: decideRequest,
});
