import { landingDocument } from "@/lib/contract/ogc/documents";
import { ogcRoute } from "./ogc-route";

export const dynamic = "force-dynamic";

/** The landing page of OGC API – Features. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("landing", landingDocument);
