import { ENDPOINTS } from "@/lib/contract/endpoints";
import { packRow } from "@/lib/evidence/row";
import { readRoute, wholeListAnswer } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** All rows of the registry without their unknown values, as the explorer loads them. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.rows.accepts,
  answer: (context) => wholeListAnswer(context, context.view.rows.map(packRow)),
});
