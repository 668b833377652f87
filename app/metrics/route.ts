import { answerMetrics } from "@/lib/server/http/metrics-route";

export const dynamic = "force-dynamic";

/** The metrics of this instance for Prometheus. */
export const GET = answerMetrics;
