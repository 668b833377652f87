import { listDictionary } from "@/lib/contract/dictionary";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { readRoute, wholeListAnswer } from "@/lib/server/http/read-route";

/** The data dictionary. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.fields.accepts,
  answer: (context) => wholeListAnswer(context, listDictionary(context.text)),
});
