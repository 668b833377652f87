import { expect, it } from "vitest";
import { evidencePath, getAnchor } from "@/lib/evidence/evidence-path";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";

const at = (address: string) => evidencePath(new URL(address, "http://x.test"));

it("leads from a place in a ledger to the page of that entry alone, at the same moment", () => {
  expect(at(`/zones/hub-sez#${getLedgerAnchor("gas")}`)).toBe("/zones/hub-sez/evidence?of=gas");
  expect(
    at(
      `/zones/hub-sez?asOf=2021-06-30&knownOn=r1#${getLedgerAnchor("tenancyStage", "hub-sez--a")}`,
    ),
  ).toBe("/zones/hub-sez/evidence?asOf=2021-06-30&knownOn=r1&of=hub-sez--a-tenancyStage");
});

it("names the entry as the ledger does", () => {
  expect(getAnchor("gas")).toBe(getLedgerAnchor("gas"));
});

it.each([
  "/zones/hub-sez",
  "/zones/hub-sez#readiness",
  "/zones/hub-sez/ledger#ledger-gas",
  "/investors/hub-sez--a#ledger-hub-sez--a-tenancyStage",
])("knows nothing of %s", (address) => {
  expect(at(address)).toBeNull();
});
