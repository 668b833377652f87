import { expect, it } from "vitest";
import { evidencePath, getAnchor } from "@/lib/evidence/addresses";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";

const at = (address: string) => evidencePath(new URL(address, "http://x.test"));

it("an entry's anchor leads to the page of that entry at the same moment", () => {
  expect(at(`/zones/hub-sez#${getLedgerAnchor("gas")}`)).toBe("/zones/hub-sez/evidence?of=gas");
  expect(
    at(
      `/zones/hub-sez?asOf=2021-06-30&knownOn=r1#${getLedgerAnchor("tenancyStage", "hub-sez--a")}`,
    ),
  ).toBe("/zones/hub-sez/evidence?asOf=2021-06-30&knownOn=r1&of=hub-sez--a-tenancyStage");
});

it("the entry parameter names the ledger's anchor", () => {
  expect(getAnchor("gas")).toBe(getLedgerAnchor("gas"));
});

it.each([
  "/zones/hub-sez",
  "/zones/hub-sez#readiness",
  "/zones/hub-sez/ledger#ledger-gas",
  "/investors/hub-sez--a#ledger-hub-sez--a-tenancyStage",
])("%s has no evidence page", (address) => {
  expect(at(address)).toBeNull();
});
