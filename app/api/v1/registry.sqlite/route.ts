import { registryFileRoute } from "@/lib/server/http/zone-file-route";

/** The registry of a day as a database. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = registryFileRoute();
