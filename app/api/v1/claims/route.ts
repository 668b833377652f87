import { ClaimsRequest } from "@/lib/contract/write-request";
import { POST_ONLY, writeRoute } from "@/lib/server/http/write-route";
import { recordRequest } from "@/lib/server/record-request";

export const dynamic = "force-dynamic";

export const { GET, PUT, PATCH, DELETE } = POST_ONLY;

/** Records claims, all or nothing. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: ClaimsRequest,
  write: recordRequest,
});
