import { listMeta } from "@/lib/contract/meta";
import { itemsDocument, selectInBox } from "@/lib/contract/ogc/items";
import { listMapColumns } from "@/lib/formats/columns";
import { fileNotes } from "@/lib/formats/file-notes";
import { select } from "@/lib/query/select";
import { ogcRoute } from "../../../ogc-route";

/** The zones that match a query, as pages of features. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("items", (context) => {
  const { text, params, view, url, origin } = context;
  const { query, box, limit, offset, fields } = params;
  const { rows, total } = select(view.rows, query, view.asOf);
  const { matched, unplaced } = selectInBox(rows, box);
  const meta = listMeta(view.registry, matched.length, total);
  const address = new URL(`${origin}${url.pathname}${url.search}`);
  address.searchParams.set("datetime", meta.asOf);
  address.searchParams.set("knownOn", meta.knownOn);
  const notes = fileNotes(text, query, meta, address.href);
  const inBox = url.searchParams.get("bbox");
  return itemsDocument(context, {
    rows: matched.slice(offset, offset + limit),
    matched: matched.length,
    unplaced,
    limit,
    offset,
    columns: listMapColumns(text, fields ?? undefined),
    notes:
      inBox === null
        ? notes
        : { ...notes, filter: [...notes.filter, { label: text.t("api.ogc.box"), words: inBox }] },
  });
});
