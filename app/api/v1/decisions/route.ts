import { DecisionsRequest } from "@/lib/contract/write-request";
import { decideRequest } from "@/lib/server/desk/record-request";
import { POST_ONLY, writeRoute } from "@/lib/server/http/write-route";

export const { GET, PUT, PATCH, DELETE } = POST_ONLY;

/** Records decisions on claims, all or nothing. A reviewer decides on any claim, an analyst can withdraw their own. */
export const POST = writeRoute({
  act: "withdraw-own",
  schema: DecisionsRequest,
  write: decideRequest,
});
