import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { FEED_FORMATS } from "@/lib/contract/feeds";
import { siteOrigin } from "@/lib/server/origins";

/** `/robots.txt`: crawlers may read every public page, but not the admin pages, and of the API the feeds, the calendar and the catalogue only. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: [
        "/",
        ...FEED_FORMATS.map(({ ending }) => `/api/v1/changes.${ending}`),
        ENDPOINTS.targetsCalendar.path,
        ENDPOINTS.catalogue.path,
      ],
      disallow: ["/admin", "/account", "/api/"],
    },
    sitemap: `${await siteOrigin()}/sitemap.xml`,
  };
}
