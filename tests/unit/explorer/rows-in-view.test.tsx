// @vitest-environment happy-dom
import { act, useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ActiveZoneProvider } from "@/components/features/explorer/active-zone";
import { ZoneTable } from "@/components/features/explorer/zone-table";
import { type MountedPage, mount } from "@/tests/support/mount";
import { ranked, TABLE_PROPS, zone } from "./rows";

/** CSS pixels: a row, and the box in which the rows scroll. */
const ROW = 38;
const BOX = 300;
const all = ranked(...Array.from({ length: 200 }, (_, i) => zone(`zone-${i}`)));

let page: MountedPage;
let show: (count: number | null) => void;

function Page({ first }: { first: number }) {
  const [count, setCount] = useState<number | null>(first);
  show = setCount;
  return count === null ? null : (
    <ActiveZoneProvider>
      <ZoneTable
        ref={null}
        rows={all.slice(0, count)}
        hasMore={false}
        settled={[]}
        {...TABLE_PROPS}
      />
    </ActiveZoneProvider>
  );
}

const drawn = () =>
  [...document.querySelectorAll<HTMLElement>("tr[data-slug]")].map(({ dataset }) => dataset.slug);
const names = (from: number, to: number) => all.slice(from, to).map(({ slug }) => slug);
/** The table is painted, and then measured. */
const paint = () => act(() => new Promise((done) => setTimeout(done, 100)));

beforeEach(() => {
  // The document has no layout: the box is at the top of the window, and the rows are all of one height.
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (
    this: HTMLElement,
  ) {
    if (this.className === "zone-table-scroll") return new DOMRect(0, 0, 800, BOX);
    const place = [...document.querySelectorAll("tr[data-slug]")].indexOf(this);
    return new DOMRect(0, Math.max(0, place) * ROW, 800, ROW);
  });
  vi.spyOn(HTMLElement.prototype, "scrollHeight", "get").mockReturnValue(10 * BOX);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(BOX);
  // So wide that columns do not move.
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a table that comes back after an empty list draws first only what the reader can see", async () => {
  page = mount(<Page first={60} />);
  await paint();
  const seen = Math.ceil(BOX / ROW);
  expect(drawn()).toEqual(names(0, seen));
  await act(async () => show(null));
  await act(async () => show(60));
  expect(drawn()).toEqual(names(0, seen));
});
