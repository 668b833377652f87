import {
  type Embed,
  renderEmbed,
  renderEmbedProblem,
} from "@/components/features/sharing/embed-document";
import type { ProblemDocument } from "@/lib/contract/answer-schemas";
import { EMBED_THEMES, type EmbedTheme } from "@/lib/contract/embeds";
import { ALL_QUERY_PARAMS } from "@/lib/query/parse-query";
import {
  type Handlers,
  type RequestContext,
  readRoute,
  type Unanswered,
} from "@/lib/server/http/read-route";
import { requestText } from "@/lib/server/http/request-text";
import { getText } from "@/lib/server/text/get-text";
import { LANGUAGE_PARAM, READER_LOCALES } from "@/lib/text/reader-language";

/** What an embed is made from, without its moment, which is the request's. */
export type EmbedContent = Omit<Embed, "moment">;

const HTML_TYPE = "text/html; charset=utf-8";

/**
 * Embeds alone may be shown in pages of other sites. They have no scripts, no forms and no pictures of others, so that there is
 * nothing that a page around them could make a reader press.
 */
const EMBED_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

const HEADERS = {
  "content-security-policy": EMBED_POLICY,
  "cross-origin-resource-policy": "cross-origin",
} as const;

/**
 * The handlers of an embed: a document without scripts, cookies and session. Problems are documents too, because people see
 * them in the frame.
 * @param makeEmbed gives the content, or what is wrong with the path
 * @param params the parameters of a query that it reads, beside `theme` and `lang`
 */
export function embedRoute(
  makeEmbed: (context: RequestContext) => EmbedContent | Unanswered,
  params: readonly string[] = ALL_QUERY_PARAMS,
): Handlers {
  const handlers = readRoute({
    accepts: {
      query: params,
      choices: { theme: EMBED_THEMES, [LANGUAGE_PARAM]: READER_LOCALES },
    },
    answer: (context) => {
      const text = requestText(context);
      const embed = makeEmbed({ ...context, text });
      if (!("content" in embed)) return embed;
      const { view, params: given } = context;
      const [theme = null] = (given.choices.theme ?? []) as readonly EmbedTheme[];
      return {
        type: HTML_TYPE,
        headers: HEADERS,
        body: () => renderEmbed(text, theme, { ...embed, moment: view }),
      };
    },
  });
  return {
    ...handlers,
    GET: async (request, context) => {
      const response = await handlers.GET(request, context);
      return response.status < 400 ? response : showProblem(response);
    },
  };
}

async function showProblem(response: Response): Promise<Response> {
  const { detail, errors = [] }: ProblemDocument = await response.json();
  const reasons = errors.length > 0 ? errors.map((error) => error.detail) : [detail];
  const headers = new Headers({ ...Object.fromEntries(response.headers), ...HEADERS });
  headers.set("content-type", HTML_TYPE);
  const { status } = response;
  return new Response(renderEmbedProblem(await getText(), [...new Set(reasons)]), {
    status,
    headers,
  });
}
