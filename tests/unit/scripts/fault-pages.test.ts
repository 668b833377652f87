import { expect, test } from "vitest";
import { publicPages } from "../../../scripts/lib/faults/pages.mjs";
import { endpoints } from "../../support/endpoints";

test("every page that needs no account is read while things are killed, each by an address that is there", () => {
  const pages = publicPages({ zone: "a-zone", source: "a-source", firm: "a-firm" });
  const expected = endpoints()
    .filter(({ kind, path }) => kind === "page" && !/^\/(admin|account|set-up)/.test(path))
    .map(({ path }) =>
      path
        .replace("zones/[slug]", "zones/a-zone")
        .replace("sources/[id]", "sources/a-source")
        .replace("investors/[id]", "investors/a-firm")
        .replace(/\/evidence$/, "/evidence?of=status"),
    );
  expect([...pages].sort()).toEqual(expected.sort());
  expect(pages.filter((address) => address.includes("["))).toEqual([]);
});
