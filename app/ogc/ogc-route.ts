import { linkTo } from "@/lib/contract/ogc/documents";
import {
  FEATURES_TYPE,
  OGC_RESOURCES,
  type OgcKey,
  type OgcLink,
} from "@/lib/contract/ogc/resources";
import type { Json } from "@/lib/contract/param-docs";
import { listMapColumns } from "@/lib/formats/columns";
import { writeDecimals } from "@/lib/formats/json-files";
import {
  type Handlers,
  type RequestContext,
  readRoute,
  type Unanswered,
} from "@/lib/server/http/read-route";

/** A document; with links, it gets the one to itself. */
type OgcDocument = Json & { readonly links?: readonly OgcLink[] };

/**
 * The handlers of a resource of OGC API – Features.
 * @param build gives the document, or what is wrong with the path
 */
export function ogcRoute(
  key: OgcKey,
  build: (context: RequestContext) => OgcDocument | Unanswered,
): Handlers {
  const { type, accepts } = OGC_RESOURCES[key];
  return readRoute({
    accepts,
    answer: (context) => {
      const { text, url, origin } = context;
      const document = build(context);
      if (isUnanswered(document)) return document;
      const { links, ...rest } = document;
      const own = linkTo(context, key, "self", `${origin}${url.pathname}${url.search}`);
      const write = () => JSON.stringify(links ? { ...rest, links: [own, ...links] } : rest);
      const body =
        type === FEATURES_TYPE ? () => writeDecimals(write(), listMapColumns(text)) : write;
      return { type, body };
    },
  });
}

const isUnanswered = (document: OgcDocument | Unanswered): document is Unanswered =>
  "issue" in document || "mergedInto" in document;
