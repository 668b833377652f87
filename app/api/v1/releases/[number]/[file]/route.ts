import { releaseFileRoute } from "@/lib/server/release-route";

export const dynamic = "force-dynamic";

/** A file of a release, as it was made. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = releaseFileRoute();
