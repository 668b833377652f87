import { changesFeedRoute } from "@/lib/server/http/changes-feed-route";

/** All changes as a JSON feed. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = changesFeedRoute("json");
