import { tableRoute } from "@/lib/server/http/import-routes";

export const dynamic = "force-dynamic";

/** Reads a file as a table. */
export const POST = tableRoute;
