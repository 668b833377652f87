import { ClaimsRequest } from "@/lib/contract/write-request";
import { recordRequest } from "@/lib/server/desk/record-request";
import { POST_ONLY, writeRoute } from "@/lib/server/http/write-route";

export const { GET, PUT, PATCH, DELETE } = POST_ONLY;

/** Records claims, all or nothing. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: ClaimsRequest,
  write: recordRequest,
});
