import { releaseListRoute } from "@/lib/server/release-route";

export const dynamic = "force-dynamic";

/** Every release with its files and their checksums, the last made first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = releaseListRoute();
