import { tableRoute } from "@/lib/server/http/import-routes";

/** Reads a file as a table. */
export const POST = tableRoute;
