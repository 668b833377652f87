import { answerMetrics } from "@/lib/server/http/metrics-route";

/** The metrics of this instance for Prometheus. */
export const GET = answerMetrics;
