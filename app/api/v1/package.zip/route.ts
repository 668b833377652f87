import { packageRoute } from "@/lib/server/http/zone-file-route";

export const dynamic = "force-dynamic";

/** The zones of a query and all tables about them, as a data package. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = packageRoute();
