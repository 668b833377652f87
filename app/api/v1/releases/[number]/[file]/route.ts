import { releaseFileRoute } from "@/lib/server/http/release-routes";

export const dynamic = "force-dynamic";

/** A file of a release. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = releaseFileRoute();
