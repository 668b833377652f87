import { expect, test } from "vitest";
import { listPublicPages } from "../../faults/public-pages.mjs";
import { listEndpoints } from "../../support/endpoints";

test("the fault tests read every page that needs no account, with an id where one is needed", () => {
  const pages = listPublicPages({ zone: "a-zone", source: "a-source", firm: "a-firm" });
  const expected = listEndpoints()
    .filter(
      ({ kind, path }) =>
        kind === "page" &&
        !/^\/(admin|account|alerts|set-password|set-up|correct\/|\[\.\.\.)/.test(path),
    )
    .map(({ path }) =>
      path
        .replace("zones/[slug]", "zones/a-zone")
        .replace("sources/[id]", "sources/a-source")
        .replace("firms/[id]", "firms/a-firm")
        .replace("provinces/[province]", "provinces/sindh")
        .replace("releases/[number]", "releases/2026.1")
        .replace(/\/evidence$/, "/evidence?of=status")
        .replace("data/[table]", "data/firms"),
    );
  expect([...pages].sort()).toEqual(expected.sort());
  expect(pages.filter((path) => path.includes("["))).toEqual([]);
});
