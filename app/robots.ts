import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { siteOrigin } from "@/lib/server/origins";

/** `/robots.txt`: crawlers may read every public page, but not the admin pages, and of the API the feed only. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: ["/", "/api/v1/changes.atom"],
      disallow: ["/admin", "/account", "/api/"],
    },
    sitemap: `${await siteOrigin()}/sitemap.xml`,
  };
}
