import { ENDPOINT_LIST, ENDPOINTS } from "@/lib/contract/endpoints";
import { LICENCE } from "@/lib/formats/file-notes";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

/** What the API has: each address with what it returns, and where it is described. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.index.accepts,
  answer: ({ text, origin }) =>
    json(
      {
        data: ENDPOINT_LIST.map(({ key, path, example }) => ({
          path,
          summary: text.t(`api.endpoint.${key}`),
          example: origin + example,
        })),
      },
      {
        link: [
          '</api/v1/openapi.json>; rel="service-desc"; type="application/json"',
          '</data>; rel="service-doc"; type="text/html"',
          `<${LICENCE.url}>; rel="license"`,
        ].join(", "),
      },
    ),
});
