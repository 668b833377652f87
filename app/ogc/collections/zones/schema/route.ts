import { schemaDocument } from "@/lib/contract/ogc/documents";
import { ogcRoute } from "../../../ogc-route";

/** The properties of a zone. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("schema", schemaDocument);
