import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { getRouteLabel, ROUTE_LABELS } from "../../../lib/server/http/route-label";

const APP = path.join(import.meta.dirname, "../../../app");

/** The routes of Next.js, as the folders of `app` name them. */
function listRoutes(): string[] {
  return fs
    .readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${path.dirname(file)}`.replace(/\/\([^)]+\)/g, "").replace(/\/\.$/, "") || "/")
    .filter((route) => !/\[+\.\.\.path/.test(route) && route !== "/[...unknown]");
}

describe("the route of a request in metrics and logs", () => {
  test("is known for each page and route of the site", () => {
    const known: readonly string[] = ROUTE_LABELS;
    expect(listRoutes().length).toBeGreaterThan(40);
    // A new route needs a line in ROUTE_LABELS.
    expect(listRoutes().filter((route) => !known.includes(route))).toEqual([]);
  });

  test.each([
    ["/", "/"],
    ["/zones/rashakai-sez", "/zones/[slug]"],
    ["/zones/rashakai-sez/", "/zones/[slug]"],
    ["/zones/rashakai-sez/evidence", "/zones/[slug]/evidence"],
    ["/api/v1/zones.csv", "/api/v1/zones.csv"],
    ["/api/v1/releases/2026.1/zones.csv", "/api/v1/releases/[number]/[file]"],
    ["/api/auth/sign-in/email", "/api/auth/[...all]"],
    ["/_next/static/chunks/a.js", "/_next/*"],
    ["/.well-known/security.txt", "/.well-known/security.txt"],
    ["/embed/map", "/embed/map"],
    ["/embed/zone/rashakai-sez", "/embed/zone/[slug]"],
    ["/embed/zone/rashakai-sez/more", "/embed/[...path]"],
    ["/og", "/og"],
    ["/og/zones/rashakai-sez", "/og/*"],
    ["/xwell-known/security.txt", "other"],
    ["/zones/a/b/c", "other"],
    ["/wp-login.php", "other"],
    ["", "other"],
  ])("%s has the label %s", (requested, label) => {
    expect(getRouteLabel(requested)).toBe(label);
  });
});
