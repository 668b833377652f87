import { zoneFileRoute } from "@/lib/server/http/zone-file-route";

/** The zones that match a query, as a file. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = zoneFileRoute("ndjson");
