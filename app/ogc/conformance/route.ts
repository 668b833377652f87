import { CONFORMS_TO } from "@/lib/contract/ogc/documents";
import { ogcRoute } from "../ogc-route";

export const dynamic = "force-dynamic";

/** The requirement classes that are met. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("conformance", () => ({
  conformsTo: CONFORMS_TO,
}));
