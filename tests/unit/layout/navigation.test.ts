import { describe, expect, it } from "vitest";
import {
  hrefFrom,
  isCurrent,
  SECTION_GROUPS,
  type Section,
} from "../../../components/layout/navigation";

const sections = SECTION_GROUPS.flatMap((group) => group.sections);
const sectionAt = (href: string): Section => {
  const found = sections.find((section) => section.href === href);
  if (!found) throw new Error(`The navigation has no ${href}.`);
  return found;
};
const past = new URLSearchParams(
  "scope=evidenced&asOf=2021-06-30&knownOn=r1&province=sindh&map=1,2,3",
);

describe("the main navigation", () => {
  it("takes scope and day along to pages that answer the explorer's question", () => {
    expect(hrefFrom(sectionAt("/readiness"), past)).toBe(
      "/readiness?scope=evidenced&asOf=2021-06-30&knownOn=r1",
    );
    expect(hrefFrom(sectionAt("/"), past)).toBe("/?scope=evidenced&asOf=2021-06-30&knownOn=r1");
  });

  it("takes the day alone to pages that have a choice of zones of their own", () => {
    expect(hrefFrom(sectionAt("/compare"), past)).toBe("/compare?asOf=2021-06-30&knownOn=r1");
  });

  it("takes nothing to pages that know no day, and nothing where nothing was asked", () => {
    expect(hrefFrom(sectionAt("/method"), past)).toBe("/method");
    for (const section of sections) {
      expect(hrefFrom(section, new URLSearchParams("province=sindh"))).toBe(section.href);
    }
  });

  it("marks one page as the current one, on the pages below it too", () => {
    const current = (path: string) =>
      sections.filter((section) => isCurrent(section, path)).map(({ href }) => href);
    expect(current("/")).toEqual(["/"]);
    expect(current("/zones/rashakai-sez/ledger")).toEqual(["/"]);
    expect(current("/sources/pid-2026-01-16")).toEqual(["/sources"]);
    expect(current("/sourcesque")).toEqual([]);
  });
});
