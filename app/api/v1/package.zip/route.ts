import { packageRoute } from "@/lib/server/http/zone-file-route";

/** The zones of a query and all tables about them, as a data package. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = packageRoute();
