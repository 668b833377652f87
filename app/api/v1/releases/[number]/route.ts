import { oneReleaseRoute } from "@/lib/server/http/release-routes";

/** One release with its files and checksums. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = oneReleaseRoute();
