import { expect, it } from "vitest";
import { anchorNamed, evidencePath } from "@/lib/evidence/evidence-path";
import { ledgerAnchor } from "@/lib/evidence/zone-view";

const at = (address: string) => evidencePath(new URL(address, "http://x.test"));

it("leads from a place in a ledger to the page of that entry alone, at the same moment", () => {
  expect(at(`/zones/hub-sez#${ledgerAnchor("gas")}`)).toBe("/zones/hub-sez/evidence?of=gas");
  expect(
    at(`/zones/hub-sez?asOf=2021-06-30&knownOn=r1#${ledgerAnchor("tenancyStage", "hub-sez--a")}`),
  ).toBe("/zones/hub-sez/evidence?asOf=2021-06-30&knownOn=r1&of=hub-sez--a-tenancyStage");
});

it("names the entry as the ledger does", () => {
  expect(anchorNamed("gas")).toBe(ledgerAnchor("gas"));
});

it.each([
  "/zones/hub-sez",
  "/zones/hub-sez#readiness",
  "/zones/hub-sez/ledger#ledger-gas",
  "/investors/hub-sez--a#ledger-hub-sez--a-tenancyStage",
])("knows nothing of %s", (address) => {
  expect(at(address)).toBeNull();
});
