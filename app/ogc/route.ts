import { landingDocument } from "@/lib/contract/ogc/documents";
import { ogcRoute } from "./ogc-route";

/** The landing page of OGC API – Features. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("landing", landingDocument);
