import { ENDPOINTS } from "@/lib/contract/endpoints";
import { methodAnswer } from "@/lib/contract/method-answer";
import { dataAnswer, readRoute } from "@/lib/server/http/read-route";

/** How far the answers of a moment can be trusted: what was searched, and how well the values are evidenced. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.method.accepts,
  answer: (context) => dataAnswer(context, methodAnswer(context.view)),
});
