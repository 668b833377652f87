import "server-only";
import { splitLanguage } from "@/lib/text/reader-language";

/**
 * The routes of the site as metrics and logs name them. A test compares them with the folders of `app`. Any other path
 * is `other`, so that what visitors type makes no new metrics.
 */
export const ROUTE_LABELS = [
  "/",
  "/.well-known/security.txt",
  "/about",
  "/accessibility",
  "/account",
  "/admin/article",
  "/admin/claims/[id]",
  "/admin/history",
  "/admin/history/history.csv",
  "/admin/import",
  "/admin/import/run",
  "/admin/import/table",
  "/admin/people",
  "/admin/records/[kind]",
  "/admin/records/[kind]/[id]",
  "/admin/tokens",
  "/admin/work",
  "/admin/work/review/[id]",
  "/admin/zones",
  "/admin/zones/[slug]/edit",
  "/alerts",
  "/api/auth/[...all]",
  "/api/corrections",
  "/api/health/live",
  "/api/health/ready",
  "/api/mail/stop",
  "/api/oembed",
  "/api/sources/[id]/file",
  "/api/v1",
  "/api/v1/changes",
  "/api/v1/changes.atom",
  "/api/v1/changes.json",
  "/api/v1/claims",
  "/api/v1/context",
  "/api/v1/context/[key]",
  "/api/v1/dcat.jsonld",
  "/api/v1/decisions",
  "/api/v1/events",
  "/api/v1/events/[id]",
  "/api/v1/facets",
  "/api/v1/fields",
  "/api/v1/firms",
  "/api/v1/firms/[id]",
  "/api/v1/method",
  "/api/v1/openapi.json",
  "/api/v1/package.zip",
  "/api/v1/readiness",
  "/api/v1/readiness/history",
  "/api/v1/readiness/history.csv",
  "/api/v1/registry.sqlite",
  "/api/v1/releases",
  "/api/v1/releases/[number]/[file]",
  "/api/v1/retirements",
  "/api/v1/rows",
  "/api/v1/search",
  "/api/v1/sources",
  "/api/v1/sources/[id]",
  "/api/v1/stream",
  "/api/v1/submissions",
  "/api/v1/submissions/[id]",
  "/api/v1/tables/[file]",
  "/api/v1/targets.ics",
  "/api/v1/tenancies",
  "/api/v1/zones",
  "/api/v1/zones.csv",
  "/api/v1/zones.geojson",
  "/api/v1/zones.gpkg",
  "/api/v1/zones.parquet",
  "/api/v1/zones.xlsx",
  "/api/v1/zones/[slug]",
  "/api/v1/zones/[slug]/claims",
  "/api/v1/zones/[slug]/tenancies",
  "/compare",
  "/compare/comparison.csv",
  "/contact",
  "/context",
  "/correct",
  "/correct/[id]",
  "/data",
  "/data/releases/[number]",
  "/embed/chart/[name]",
  "/embed/map",
  "/embed/table",
  "/embed/zone/[slug]",
  "/embed/[...path]",
  "/firms",
  "/firms/[id]",
  "/coverage",
  "/glossary",
  "/llms.txt",
  "/method",
  "/mcp",
  "/metrics",
  "/news",
  "/og",
  "/ogc",
  "/ogc/api",
  "/ogc/collections",
  "/ogc/collections/zones",
  "/ogc/collections/zones/items",
  "/ogc/collections/zones/items/[slug]",
  "/ogc/collections/zones/queryables",
  "/ogc/collections/zones/schema",
  "/ogc/conformance",
  "/ogc/[...path]",
  "/privacy",
  "/provinces/[province]",
  "/readiness",
  "/robots.txt",
  "/search",
  "/set-password",
  "/set-up",
  "/sign-in",
  "/sitemap.xml",
  "/sources",
  "/sources/[id]",
  "/zones",
  "/zones/[slug]",
  "/zones/[slug]/evidence",
  "/zones/[slug]/ledger",
] as const;

/** Paths of files, by their beginning. */
const FILE_FOLDERS = ["/_next/", "/basemap/", "/og/"] as const;

const FIXED: ReadonlySet<string> = new Set(ROUTE_LABELS);
const PATTERNS = ROUTE_LABELS.filter((label) => label.includes("[")).map((label) => ({
  label,
  pattern: new RegExp(
    `^${label
      .replace(/[.]/g, "\\.")
      .replace(/\[\\\.\\\.\\\.\w+\]/g, ".+")
      .replace(/\[\w+\]/g, "[^/]+")}$`,
  ),
}));

/** The route of a path without its query, one of a fixed number, the same in every language. */
export function getRouteLabel(path: string): string {
  const folder = FILE_FOLDERS.find((start) => path.startsWith(start));
  if (folder !== undefined) return `${folder}*`;
  const { rest } = splitLanguage(path);
  const trimmed = rest.length > 1 && rest.endsWith("/") ? rest.slice(0, -1) : rest;
  if (FIXED.has(trimmed)) return trimmed;
  return PATTERNS.find(({ pattern }) => pattern.test(trimmed))?.label ?? "other";
}
