import { CONFORMS_TO } from "@/lib/contract/ogc/documents";
import { ogcRoute } from "../ogc-route";

/** The requirement classes that are met. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("conformance", () => ({
  conformsTo: CONFORMS_TO,
}));
