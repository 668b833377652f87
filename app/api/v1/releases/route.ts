import { releaseListRoute } from "@/lib/server/http/release-routes";

/** All releases with their files and checksums, newest first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = releaseListRoute();
