import { zonesCollection } from "../../collection";
import { ogcRoute } from "../../ogc-route";

/** The zones as a collection. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("collection", zonesCollection);
