import { runRoute } from "@/lib/server/http/import-routes";

export const dynamic = "force-dynamic";

/** Checks or records a table. */
export const POST = runRoute;
