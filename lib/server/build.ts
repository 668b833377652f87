import "server-only";
import { processSingleton } from "./process-singleton";

/**
 * Names the build that runs; part of every ETag, so that an answer kept from an older build is asked
 * for anew. In development each start is a build of its own.
 */
export function buildId(): string {
  return processSingleton(
    "build-id",
    () => process.env.BUILD_ID || `dev-${Date.now().toString(36)}`,
  );
}
