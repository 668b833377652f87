import { pool } from "@/lib/server/db";
import { log } from "@/lib/server/log";

export const dynamic = "force-dynamic";

/** 200 while the database answers, else 503: tells a load balancer whether to send requests here. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    await pool().query("SELECT 1");
    return Response.json({ status: "ready" }, { headers });
  } catch (error) {
    log.warn("Not ready: the database does not answer", { error });
    return Response.json({ status: "database-unreachable" }, { status: 503, headers });
  }
}
