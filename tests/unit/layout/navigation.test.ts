import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  ABOUT_PAGES,
  hrefFrom,
  isInNavigation,
  isWithin,
  listTabs,
  NAVIGATION,
  type NavigationPage,
} from "../../../components/layout/navigation";

const pages = NAVIGATION.flatMap((group) => group.pages);
const pageAt = (href: string): NavigationPage => {
  const found = pages.find((page) => page.href === href);
  if (!found) throw new Error(`The navigation has no ${href}.`);
  return found;
};
const past = new URLSearchParams(
  "scope=evidenced&asOf=2021-06-30&knownOn=r1&province=sindh&map=1,2,3",
);

describe("the main navigation", () => {
  it("keeps scope and date in links to pages with the explorer's query", () => {
    expect(hrefFrom(pageAt("/readiness"), past)).toBe(
      "/readiness?scope=evidenced&asOf=2021-06-30&knownOn=r1",
    );
    expect(hrefFrom(pageAt("/zones"), past)).toBe(
      "/zones?scope=evidenced&asOf=2021-06-30&knownOn=r1",
    );
  });

  it("keeps the date alone in links to pages that choose zones themselves", () => {
    expect(hrefFrom(pageAt("/compare"), past)).toBe("/compare?asOf=2021-06-30&knownOn=r1");
  });

  it("keeps nothing in links to pages without a date, and nothing where nothing is set", () => {
    expect(hrefFrom(pageAt("/method"), past)).toBe("/method");
    for (const page of pages) {
      expect(hrefFrom(page, new URLSearchParams("province=sindh"))).toBe(page.href);
    }
  });

  it("marks one subject as current, on the pages below its pages too", () => {
    const current = (at: string) =>
      NAVIGATION.filter((group) => isWithin(group, at)).map(({ name }) => name);
    expect(current("/")).toEqual(["home"]);
    expect(current("/zones")).toEqual(["zones"]);
    expect(current("/provinces/sindh")).toEqual(["zones"]);
    expect(current("/compare")).toEqual(["zones"]);
    expect(current("/zones/rashakai-sez/ledger")).toEqual(["zones"]);
    expect(current("/sources/pid-2026-01-16")).toEqual(["data"]);
    expect(current("/sourcesque")).toEqual([]);
    expect(current("/about")).toEqual(["data"]);
    expect(current("/privacy")).toEqual([]);
  });

  it("gives a page the others of its subject as tabs, and none to a page alone or below another", () => {
    const tabs = (at: string) => listTabs(at).map(({ href }) => href);
    expect(tabs("/readiness")).toEqual([]);
    expect(tabs("/zones")).toEqual(["/zones", "/compare"]);
    expect(tabs("/data")).toEqual([
      ...["/data", "/coverage", "/sources", "/method", "/glossary", "/context", "/about"],
    ]);
    expect(tabs("/zones/rashakai-sez")).toEqual([]);
    expect(tabs("/privacy")).toEqual([]);
  });

  it("does not include the pages whose parameters are secrets", () => {
    for (const at of ["/zones", "/readiness", "/zones/rashakai-sez", "/sources/a"]) {
      expect(isInNavigation(at), at).toBe(true);
    }
    for (const at of ["/alerts", "/set-password", "/set-up", "/sign-in", "/correct", "/account"]) {
      expect(isInNavigation(at), at).toBe(false);
    }
  });

  it("has every page to read once", () => {
    const app = path.join(import.meta.dirname, "../../../app/(site)");
    const folders = fs
      .readdirSync(app, { recursive: true, encoding: "utf8" })
      .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes("["))
      .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);
    // The search is a field of the header.
    const others = ["/account", "/alerts", "/search", "/set-password", "/set-up", "/sign-in"];
    const linked = [...pages, ...ABOUT_PAGES].map(({ href }) => href);
    expect(linked.sort()).toEqual(folders.filter((at) => !others.includes(at)).sort());
  });
});
