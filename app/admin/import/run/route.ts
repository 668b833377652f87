import { runRoute } from "@/lib/server/http/import-routes";

/** Checks or records a table. */
export const POST = runRoute;
