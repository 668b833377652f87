import { queryablesDocument } from "@/lib/contract/ogc/documents";
import { ogcRoute } from "../../../ogc-route";

/** What zones can be filtered by. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = ogcRoute(
  "queryables",
  queryablesDocument,
);
