import { ENDPOINTS } from "@/lib/contract/endpoints";
import { openApi } from "@/lib/contract/openapi";
import { readRoute } from "@/lib/server/http/read-route";

/** The API as an OpenAPI document. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.openApi.accepts,
  answer: ({ text, origin }) => ({
    type: "application/json; charset=utf-8",
    body: () => JSON.stringify(openApi(text, origin)),
  }),
});
