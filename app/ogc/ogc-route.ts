import { renderOgcPage } from "@/components/features/sharing/ogc-document";
import { writeDecimals } from "@/lib/contract/ogc/items";
import {
  FEATURES_TYPE,
  linkForms,
  OGC_LIST,
  OGC_RESOURCES,
  type OgcKey,
  type OgcLink,
} from "@/lib/contract/ogc/resources";
import type { Json } from "@/lib/contract/param-docs";
import { listParams } from "@/lib/contract/param-docs";
import { listColumns } from "@/lib/formats/columns";
import { toSearch } from "@/lib/query/search-string";
import {
  type Handlers,
  type RequestContext,
  readRoute,
  type Unanswered,
} from "@/lib/server/http/read-route";
import type { Representation } from "@/lib/server/http/respond";

/** A document; with links, it gets those to itself in both forms. */
type OgcDocument = Json & { readonly links?: readonly OgcLink[] };

const ITEM_PARAMS = listParams(OGC_RESOURCES.item);

/** Pages without scripts, forms and pictures. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The handlers of a resource of OGC API – Features: JSON, or the same as a page.
 * @param build gives the document, or what is wrong with the path
 */
export function ogcRoute(
  key: OgcKey,
  build: (context: RequestContext) => OgcDocument | Unanswered,
): Handlers {
  return readRoute({
    accepts: OGC_RESOURCES[key].accepts,
    answer: (context) => {
      const document = build(context);
      return isUnanswered(document) ? document : represent(context, key, document);
    },
  });
}

const isUnanswered = (document: OgcDocument | Unanswered): document is Unanswered =>
  "issue" in document || "mergedInto" in document;

function represent(context: RequestContext, key: OgcKey, built: OgcDocument): Representation {
  const { text, form, url, origin, params } = context;
  const { type } = OGC_RESOURCES[key];
  const address = `${origin}${url.pathname}${url.search}`;
  const name = text.t(`api.ogc.resource.${key}`);
  const rels =
    form === "json" ? (["self", "alternate"] as const) : (["alternate", "self"] as const);
  const own = linkForms(address, type, name, rels);
  const document = built.links ? { ...built, links: [...own, ...built.links] } : built;
  // Without `f`, the address has another answer for another Accept.
  const headers: Record<string, string> = params.form === null ? { vary: "Accept" } : {};
  if (form === "json") {
    const write = () => JSON.stringify(document);
    const columns = listColumns(text);
    const body = type === FEATURES_TYPE ? () => writeDecimals(write(), columns) : write;
    return { type, headers, body };
  }
  const kept = [...url.searchParams].filter(([param]) => ITEM_PARAMS.includes(param));
  return {
    type: "text/html; charset=utf-8",
    headers: { ...headers, "content-security-policy": POLICY },
    body: () =>
      renderOgcPage(text, {
        title: name,
        trail: listAbove(context),
        json: own[0]?.href ?? address,
        document,
        featureHref: (slug) => `${url.pathname}/${slug}${toSearch(kept)}`,
      }),
  };
}

/** The resources above an address, from the landing page on. */
function listAbove({ text, url }: RequestContext) {
  return OGC_LIST.flatMap(({ key, path }) =>
    url.pathname.startsWith(`${path}/`)
      ? [{ title: text.t(`api.ogc.resource.${key}`), href: `${path}?f=html` }]
      : [],
  );
}
