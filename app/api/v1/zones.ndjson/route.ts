import { zoneFileRoute } from "@/lib/server/http/zone-files";

export const dynamic = "force-dynamic";

/** Every zone that answers a query, as a file. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = zoneFileRoute("ndjson");
