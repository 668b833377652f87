import { collectionDocument } from "@/lib/contract/ogc/documents";
import { getBoundingBox } from "@/lib/formats/point";
import type { RequestContext } from "@/lib/server/http/read-route";

/** The zones as a collection, with the part of the map that they are in today. */
export function zonesCollection(context: RequestContext) {
  return collectionDocument(context, getBoundingBox(context.view.rows));
}
