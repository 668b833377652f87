import { changesFeedRoute } from "@/lib/server/http/changes-feed-route";

/** All changes as an Atom feed. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = changesFeedRoute("atom");
