import { RetirementRequest } from "@/lib/contract/records-request";
import { retireRequest } from "@/lib/server/desk/record-request";
import { POST_ONLY, writeRoute } from "@/lib/server/http/write-route";

export const { GET, PUT, PATCH, DELETE } = POST_ONLY;

/** Merges, retires or restores a record. Needs the role reviewer. */
export const POST = writeRoute({ act: "decide", schema: RetirementRequest, write: retireRequest });
