import { readHealth } from "@/lib/server/http/health";

/**
 * 200 while reads are answered truthfully, else 503: tells a load balancer whether to send requests here.
 * The body says what else is so.
 */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ready" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
