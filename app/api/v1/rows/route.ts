import { ENDPOINTS } from "@/lib/contract/endpoints";
import { packRow } from "@/lib/evidence/row";
import { listAnswer, readRoute, wholeListAnswer } from "@/lib/server/http/read-route";

/** The rows of the registry without their unknown values, as the explorer loads them: all, or where `limit` or `offset` is given a page of them. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.rows.accepts,
  answer: (context) => {
    const { rows } = context.view;
    const { searchParams } = context.url;
    const isPage = searchParams.has("limit") || searchParams.has("offset");
    return isPage
      ? listAnswer(context, rows, rows.length, packRow)
      : wholeListAnswer(context, rows.map(packRow));
  },
});
