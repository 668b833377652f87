import { describe, expect, it } from "vitest";
import {
  hrefFrom,
  isCurrent,
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
    expect(hrefFrom(pageAt("/"), past)).toBe("/?scope=evidenced&asOf=2021-06-30&knownOn=r1");
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

  it("one page is current, on the pages below it too", () => {
    const current = (path: string) =>
      pages.filter((page) => isCurrent(page, path)).map(({ href }) => href);
    expect(current("/")).toEqual(["/"]);
    expect(current("/zones/rashakai-sez/ledger")).toEqual(["/"]);
    expect(current("/sources/pid-2026-01-16")).toEqual(["/sources"]);
    expect(current("/sourcesque")).toEqual([]);
  });
});
