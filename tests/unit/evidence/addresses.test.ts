import { expect, it } from "vitest";
import {
  allEvidencePath,
  entryPath,
  entrySheetPath,
  evidencePath,
  getAnchor,
  getLedgerAnchor,
  provincePath,
  sheetPath,
  sourcePath,
  webAddress,
} from "@/lib/evidence/addresses";

const at = (address: string) => evidencePath(new URL(address, "http://x.test"));

it("an entry's anchor leads to the page of that entry at the same moment", () => {
  expect(at(`/zones/hub-sez#${getLedgerAnchor("gas")}`)).toBe("/zones/hub-sez/evidence?of=gas");
  expect(
    at(
      `/zones/hub-sez?asOf=2021-06-30&knownOn=r1#${getLedgerAnchor("tenancyStage", "hub-sez--a")}`,
    ),
  ).toBe("/zones/hub-sez/evidence?asOf=2021-06-30&knownOn=r1&of=hub-sez--a-tenancyStage");
});

it("an entry's anchor leads to the same entry among all evidence", () => {
  const all = (address: string) => allEvidencePath(new URL(address, "http://x.test"));
  expect(all("/zones/hub-sez?asOf=2021-06-30#ledger-gas")).toBe(
    "/zones/hub-sez/evidence?asOf=2021-06-30#ledger-gas",
  );
  expect(all("/zones/hub-sez#readiness")).toBeNull();
  expect(all("/firms/a#ledger-a-tenancyStage")).toBeNull();
});

it("the path of one entry is the same from its zone and from its anchor", () => {
  const anchor = getLedgerAnchor("gas");
  expect(entryPath("hub-sez", anchor, [])).toBe(at(`/zones/hub-sez#${anchor}`));
  expect(entryPath("hub-sez", anchor, [["asOf", "2021-06-30"]])).toBe(
    "/zones/hub-sez/evidence?of=gas&asOf=2021-06-30",
  );
});

it("the path of a province carries the moment", () => {
  expect(provincePath("sindh", [["asOf", "2021-06-30"]])).toBe("/provinces/sindh?asOf=2021-06-30");
});

it("the entry parameter names the ledger's anchor", () => {
  expect(getAnchor("gas")).toBe(getLedgerAnchor("gas"));
});

it.each([
  "/zones/hub-sez",
  "/zones/hub-sez#readiness",
  "/zones/hub-sez/ledger#ledger-gas",
  "/data/zones/hub-sez#ledger-gas",
  "/firms/hub-sez--a#ledger-hub-sez--a-tenancyStage",
])("%s has no evidence page", (address) => {
  expect(at(address)).toBeNull();
});

it("the path of a source carries the moment", () => {
  expect(sourcePath("a source")).toBe("/sources/a%20source");
  expect(sourcePath("a-source", [["asOf", "2021-06-30"]])).toBe(
    "/sources/a-source?asOf=2021-06-30",
  );
});

it.each([
  ["https://example.org", true],
  ["HTTP://example.org", true],
  ["javascript:alert('http://example.org')", false],
  ["ftp://example.org", false],
  ["", false],
  [null, false],
])("%s is safe to link: %s", (url, safe) => {
  expect(webAddress(url)).toBe(safe ? url : null);
});

it("an entry's anchor leads to its value on the sheet of the zone", () => {
  const sheet = (address: string) => entrySheetPath(new URL(address, "http://x.test"));
  expect(sheet("/zones/hub-sez?asOf=2021-06-30#ledger-gas")).toBe(
    "/admin/zones/hub-sez/edit?open=gas",
  );
  expect(sheet(`/zones/hub-sez#${getLedgerAnchor("tenancyStage", "hub-sez--a")}`)).toBe(
    "/admin/zones/hub-sez/edit?open=tenancyStage&tenancy=hub-sez--a",
  );
  expect(sheet("/zones/hub-sez#readiness")).toBeNull();
  expect(sheet("/firms/a#ledger-gas")).toBeNull();
  expect(sheetPath("hub-sez")).toBe("/admin/zones/hub-sez/edit");
});
