import { zonesCollection } from "../collection";
import { ogcRoute } from "../ogc-route";

/** The collections, of which there is one. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("collections", (context) => ({
  links: [],
  collections: [zonesCollection(context)],
}));
