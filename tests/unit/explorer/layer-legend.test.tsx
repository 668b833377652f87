// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LayerLegend } from "@/components/features/explorer/map-legend";
import { RowsProvider } from "@/components/query-bar/rows-provider";
import { type MountedPage, mount } from "@/tests/support/mount";

const plant = (name: string, megawatts: number) => ({
  properties: {
    name_en: name,
    fuel: "hydro",
    megawatts,
    publisher: "The Nation",
    url: "https://example.org",
    year: 2023,
  },
});
const PLANTS = { features: [plant("Small", 10), plant("Large", 4000)] };

/** What is asked for is told in a task of its own. */
const settle = (work: () => void) =>
  act(async () => {
    work();
    await new Promise((done) => setTimeout(done, 10));
  });
const ask = vi.fn<() => Promise<Response>>();
/** Makes the next request wait. @returns its answer */
function holdAnswer() {
  let release = (_answer: Response) => {};
  ask.mockReturnValueOnce(
    new Promise((done) => {
      release = done;
    }),
  );
  return () => settle(() => release(Response.json(PLANTS)));
}
let page: MountedPage;

beforeEach(() => {
  vi.stubGlobal("fetch", ask);
  page = mount(
    <RowsProvider>
      <LayerLegend layers={["power"]} />
    </RowsProvider>,
  );
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
  ask.mockReset();
});

const turn = (open: boolean) =>
  settle(() => {
    page.get<HTMLDetailsElement>("details").open = open;
  });
const names = () =>
  [...page.element.querySelectorAll("li")].map(({ textContent }) => textContent.split(":")[0]);

test("the list of plants says that it loads, has the largest first, and is loaded once", async () => {
  const answer = holdAnswer();
  expect(ask).not.toHaveBeenCalled();
  await turn(true);
  expect(page.get("[role=status]").textContent).toBe("Loading…");
  await answer();
  expect(names()).toEqual(["Large", "Small"]);
  await turn(false);
  await turn(true);
  expect(names()).toEqual(["Large", "Small"]);
  expect(ask).toHaveBeenCalledOnce();
});

test("a list that failed to load is asked for again when it is opened", async () => {
  ask.mockRejectedValueOnce(new TypeError("no connection"));
  await turn(true);
  expect(page.get("[role=status]").textContent).toMatch(/^The list failed to load/);
  await turn(false);
  const answer = holdAnswer();
  await turn(true);
  expect(page.get("[role=status]").textContent).toBe("Loading…");
  await answer();
  expect(names()).toEqual(["Large", "Small"]);
});
