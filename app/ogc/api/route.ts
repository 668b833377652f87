import { ogcOpenApi } from "@/lib/contract/ogc/open-api";
import { ogcRoute } from "../ogc-route";

/** The service as an OpenAPI document. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute("api", ogcOpenApi);
