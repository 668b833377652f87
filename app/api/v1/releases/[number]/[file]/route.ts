import { releaseFileRoute } from "@/lib/server/http/release-routes";

/** A file of a release. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = releaseFileRoute();
