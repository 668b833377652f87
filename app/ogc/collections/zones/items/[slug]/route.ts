import { itemDocument } from "@/lib/contract/ogc/items";
import { findZone } from "@/lib/contract/zone-answer";
import { buildRow } from "@/lib/evidence/row";
import { listMapColumns } from "@/lib/formats/columns";
import { momentSearch } from "@/lib/query/moment-params";
import { computeReadiness } from "@/lib/readiness/readiness";
import { ogcRoute } from "../../../../ogc-route";

/** One zone as a feature. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("item", (context) => {
  const { text, params, view, origin, pathParam } = context;
  const found = findZone(text, view, pathParam("slug"), "datetime");
  if (!("zone" in found)) return found;
  const { zone } = found;
  const row = { ...buildRow(zone), readiness: computeReadiness(zone, params.query.weights) };
  const page = `${origin}/zones/${zone.slug}${momentSearch(params.query)}`;
  return itemDocument(context, row, listMapColumns(text, params.fields ?? undefined), page);
});
