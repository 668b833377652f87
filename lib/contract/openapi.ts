import { LICENCE } from "../formats/file-notes";
import type { Text } from "../text/text";
import { ANSWER_SCHEMAS, problemSchema } from "./answer-schemas";
import { METHOD } from "./meta";
import { listPaths, TAG_NAMES } from "./openapi-operations";
import { listHeaders, listProblemResponses } from "./openapi-responses";
import { type Json, toJsonSchemas } from "./openapi-schemas";
import { shareParams } from "./openapi-shared-params";
import { REQUEST_SCHEMAS } from "./request-schemas";
import { SESSION_COOKIES } from "./sign-in";
import { SubmissionAnswer, SubmissionsAnswer, WaitingAnswer } from "./submission-answer";
import { RecordedAnswer } from "./write-request";

const [SESSION_COOKIE] = SESSION_COOKIES;
/** Without the rows of all fields: each answer that has them can be asked for some. */
const { zones: _, ...ANSWERS } = ANSWER_SCHEMAS;

/**
 * The API as an OpenAPI document (3.1), made from the declared endpoints and from the schemas that
 * the tests check the answers with.
 * @param origin scheme and host of the tracker, without a trailing slash
 */
export function openApi(text: Text, origin: string): Json {
  const { parameters, paths } = shareParams(listPaths(text));
  return {
    openapi: "3.1.1",
    info: {
      title: text.t("api.openApi.title"),
      version: `1.${METHOD}`,
      summary: text.t("api.openApi.summary"),
      description: text.t("api.openApi.description"),
      license: LICENCE,
      contact: { url: `${origin}/contact` },
    },
    servers: [{ url: origin }],
    // Reading needs no account.
    security: [],
    tags: TAG_NAMES.map((name) => ({ name, description: text.t(`api.openApi.tag.${name}`) })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: SESSION_COOKIE,
          description: text.t("api.openApi.session"),
        },
        token: { type: "http", scheme: "bearer", description: text.t("api.openApi.token") },
      },
      parameters,
      headers: listHeaders(text),
      schemas: {
        ...toJsonSchemas(
          {
            ...ANSWERS,
            problem: problemSchema,
            recorded: RecordedAnswer,
            waiting: WaitingAnswer,
            submission: SubmissionAnswer,
            submissions: SubmissionsAnswer,
          },
          "output",
        ),
        ...toJsonSchemas(REQUEST_SCHEMAS, "input"),
      },
      responses: listProblemResponses(text),
    },
  };
}
