import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { type PackedRow, packRow, unpackRow } from "../../lib/evidence/row";
import { STOPPED, zonesInDatabase } from "./support/database";
import { coloursInTheMiddle } from "./support/picture";
import { test } from "./support/test";
import { readWordsInView } from "./support/words";

/** Places that are certainly land or sea, as in the address. */
const GROUNDS = [
  ["land", "28.5,64,7"],
  ["sea", "23.5,64,7"],
] as const;

for (const [ground, map] of GROUNDS) {
  test(`the map draws ${ground} at its place, in both themes`, async ({ page, explorer }) => {
    await explorer.open(`?map=${map}`);
    await explorer.mapPainted();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expect
        .poll(async () => (await coloursInTheMiddle(explorer.map, [ground]))[ground], colorScheme)
        .toBeGreaterThan(0.7);
    }
  });
}

test("every zone with a location is drawn, alone or in the number of a ring, and is in a list with its progress and precision", async ({
  explorer,
}) => {
  await explorer.open();
  const placed = await zonesInDatabase("longitude is not null");
  await expect.poll(() => explorer.zonesOnMap()).toEqual([...placed].sort());
  await expect(explorer.marker("rashakai-sez")).toHaveAccessibleName(
    /^Rashakai, being built, under development, readiness \d+ to \d+ of 100, shown at the nearest town$/,
  );
  for (const [precision, words] of [
    ["site", "shown at its site"],
    ["town", "shown at the nearest town"],
    ["district", "shown at the main town of the district"],
  ] as const) {
    for (const slug of await zonesInDatabase(`location_precision = '${precision}'`)) {
      await expect(explorer.marker(slug)).toHaveAccessibleName(new RegExp(`, ${words}$`));
    }
  }

  await explorer.mapPainted();
  await expect
    .poll(async () => {
      const marks = await explorer.drawn("zone-marks");
      const rings = await explorer.drawn("zone-clusters");
      return rings.reduce((sum, { key }) => sum + Number(key), marks.length);
    })
    .toBe(placed.length);
  expect((await explorer.drawn("zone-clusters")).length).toBeGreaterThan(2);
});

test("cities and zones have their names, and a nearer map names more zones", async ({
  explorer,
}) => {
  await explorer.open();
  await explorer.mapPainted();
  const cities = (await explorer.drawn("town-1")).map(({ key }) => key);
  expect(cities).toEqual(expect.arrayContaining(["Karachi", "Lahore", "Peshawar", "Quetta"]));
  const far = (await explorer.drawn("zone-names")).map(({ key }) => key);
  expect(far.length).toBeGreaterThan(2);
  expect(far).not.toContain("rashakai-sez");
  await explorer.open("?province=khyber-pakhtunkhwa");
  await explorer.mapPainted();
  const near = (await explorer.drawn("zone-names")).map(({ key }) => key);
  expect(near).toEqual(expect.arrayContaining(["rashakai-sez", "hattar-sez"]));
});

test("a press on a ring goes near, or lists zones at one place, of which a press selects one", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.mapPainted();
  const largest = async () => {
    const rings = await explorer.drawn("zone-clusters");
    const [ring] = rings.sort((a, b) => Number(b.key) - Number(a.key));
    if (ring === undefined) throw new Error("No zones are near each other.");
    return ring;
  };
  const ring = await largest();
  await page.mouse.move(ring.x, ring.y);
  await expect(explorer.map.locator("[data-tip] li").first()).toBeVisible();
  await page.mouse.click(ring.x, ring.y);
  await expect.poll(async () => (await explorer.readUrl()).map ?? "").not.toBe("");
  await expect.poll(async () => Number((await largest()).key)).toBeLessThan(Number(ring.key));

  // Two zones of this town are at one place.
  await explorer.open("?zones=bin-qasim-industrial-park,karachi-industrial-park");
  await explorer.mapPainted();
  const pair = await largest();
  await page.mouse.click(pair.x, pair.y);
  await explorer.map.locator("[data-tip]").getByRole("button", { name: "Bin Qasim" }).click();
  await expect(explorer.row("bin-qasim-industrial-park").getByRole("checkbox")).toBeChecked();
});

test("pointing at a zone in the list or on the map highlights it in both", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.mapPainted();
  const tip = explorer.map.locator("[data-tip]");
  await explorer.row("bostan-sez").hover();
  await expect(tip).toContainText("Bostan");
  await expect(tip).toContainText("Under development");
  await page.mouse.move(2, 2);
  await expect(tip).toBeHidden();
  await explorer.zoneLink("hattar-sez").focus();
  await expect(tip).toContainText("Hattar");

  const { x, y } = await explorer.mark("gabd-rimdan-border-sez");
  await page.mouse.move(x, y);
  await expect(explorer.row("gabd-rimdan-border-sez")).toHaveAttribute("data-active", "true");
  await expect(tip).toContainText("approval not confirmed");
  await page.mouse.move(2, 2);
  await expect(explorer.row("gabd-rimdan-border-sez")).not.toHaveAttribute("data-active");
});

test("arrow keys move in the list of the map and Enter selects a zone", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.mapPainted();
  const stops = explorer.map.locator('button[data-slug][tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await stops.focus();
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("data-slug") ?? null);
  const visited = [await focused()];
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) {
    await page.keyboard.press(key);
    await expect.poll(focused).not.toBe(visited.at(-1));
    visited.push(await focused());
  }
  const slug = String(visited.at(-1));
  await expect(explorer.row(slug)).toHaveAttribute("data-active", "true");
  await page.keyboard.press("Enter");
  await expect(explorer.marker(slug)).toHaveAttribute("aria-pressed", "true");
  await expect(explorer.row(slug).getByRole("checkbox")).toBeChecked();
  await explorer.expectUrl({ selected: slug });
});

test("the legend filters by standing and by candidates", async ({ explorer }) => {
  await explorer.open();
  await explorer.map.getByRole("button", { name: "Key" }).click();
  const stopped = explorer.map.getByRole("button", { name: /^Stopped: \d+$/ });
  await stopped.click();
  await expect(stopped).toHaveAttribute("aria-pressed", "true");
  await explorer.expectZonesOnMapToo(await zonesInDatabase(STOPPED));
  await explorer.map.getByRole("button", { name: /^Not started: \d+$/ }).click();
  await explorer.expectZonesOnMapToo(await zonesInDatabase(`${STOPPED} or status = 'not-started'`));
  await explorer.expectUrl({ standing: "stopped,not-started" });
  await explorer.clear();
  await explorer.map.getByRole("button", { name: /^Candidate, approval not confirmed: / }).click();
  await explorer.expectZonesOnMapToo(await zonesInDatabase("candidate_for_remainder"));
});

test("the address keeps the view of the map until the whole country is shown", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.mapPainted();
  await explorer.map.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(async () => (await explorer.readUrl()).map ?? "").toMatch(/^\d+(\.\d+)?,/);
  const [lat, lon, zoom] = ((await explorer.readUrl()).map ?? "").split(",").map(Number);
  await page.reload();
  await explorer.mapPainted();
  await explorer.expectUrl({ map: `${lat},${lon},${zoom}` });
  await explorer.map.getByRole("button", { name: "Show the whole country" }).click();
  await explorer.expectUrl({});
});

test("the map shows the area of the zones found, the whole country by one press, and back by another", async ({
  page,
  explorer,
}) => {
  await explorer.open("?province=sindh");
  await explorer.mapPainted();
  expect(await explorer.columns()).not.toContain("Province");
  const width = async () => {
    const across = (await explorer.placesOnMap()).map(({ x }) => x);
    return Math.max(...across) - Math.min(...across);
  };
  const near = await width();
  await explorer.map.getByRole("button", { name: "Show the whole country" }).click();
  await expect.poll(width).toBeLessThan(near * 0.7);
  await expect.poll(async () => (await explorer.readUrl()).map ?? "").not.toBe("");
  await explorer.map.getByRole("button", { name: "Show the zones found" }).click();
  await expect.poll(width).toBeCloseTo(near, 0);
  await explorer.expectUrl({ province: "sindh" });
  await page.reload();
  await explorer.mapPainted();
  await expect.poll(width).toBeCloseTo(near, 0);
});

test("sizes and shades are chosen on the map and kept in the address, and a picture is saved", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.map.getByRole("button", { name: "Layers" }).click();
  await page.getByRole("menuitemradio", { name: "Sized by area" }).click();
  await explorer.expectUrl({ markers: "area" });
  await explorer.map.getByRole("button", { name: "Markers by area" }).click();
  await page.getByRole("menuitemradio", { name: "Shaded by median readiness" }).click();
  await explorer.expectUrl({ markers: "area", provinces: "median" });
  await explorer.map.getByRole("button", { name: "Key" }).click();
  await expect(explorer.map.getByText("median confirmed score")).toBeVisible();

  await explorer.mapPainted();
  const saved = page.waitForEvent("download");
  await explorer.map.getByRole("button", { name: "Save a picture of the map" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("cpec-sez-tracker-map.png");
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.length).toBeGreaterThan(20_000);
});

test("a zone without a location is listed beside the map", async ({ page, explorer }) => {
  // The data places every zone; so one of them loses its place on the way to the browser.
  await page.route("**/api/v1/rows*", async (route) => {
    const answer = await route.fetch();
    const { data, meta } = (await answer.json()) as { data: PackedRow[]; meta: object };
    const rows = data.map(unpackRow).map((row) => {
      const values = { ...row.values, location: null, locationPrecision: null };
      return packRow(row.slug === "hattar-sez" ? { ...row, values } : row);
    });
    await route.fulfill({ response: answer, json: { data: rows, meta } });
  });
  await explorer.open();
  await explorer.stepTo("?asOf=2025-12-31");
  const list = page.getByRole("region", { name: "Zones without a location" });
  await list.getByRole("button", { name: "Hattar" }).click();
  await expect(explorer.row("hattar-sez").getByRole("checkbox")).toBeChecked();
  await expect(explorer.marker("hattar-sez")).toHaveCount(0);
});

test.describe("without a way to draw maps", () => {
  test.use({ drawsMaps: false });

  test("the page says so, and the list holds the same zones", async ({ page, explorer }) => {
    await explorer.open();
    await expect(page.getByText("The list has the same zones.")).toBeVisible();
    // In place of the map there is the drawn one, with names.
    const drawn = page.frameLocator(".map-panel iframe").locator("svg").first();
    await expect(drawn).toContainText("Rashakai");
    expect(await explorer.zonesInTable()).toEqual(await zonesInDatabase());
  });
});

test("the first screen has at most 112 words outside the table", async ({ page, explorer }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await explorer.open();
  await explorer.mapPainted();
  const words = await page.evaluate(readWordsInView);
  expect(words.length, words.join(" ")).toBeLessThanOrEqual(112);
  // An empty list would pass as well.
  expect(words).toEqual(expect.arrayContaining(["unknown", "Boundaries", "Punjab"]));
});

test("the map shows gaps as bars under the marks", async ({ page, explorer }) => {
  await explorer.open("?scope=priority-four&markers=power");
  await explorer.mapPainted();
  await expect(
    explorer.map.getByRole("button", {
      name: /^Rashakai.*10 MW of power delivered \(Oct 2020\), 210 MW needed \(Feb 2023\)/,
    }),
  ).toBeVisible();
  await expect(
    explorer.map.getByRole("button", {
      name: /^Dhabeji.*250 MW of power needed, delivery unknown/,
    }),
  ).toBeVisible();
  await expect.poll(async () => (await explorer.drawn("zone-gaps")).length).toBe(4);
  await explorer.map.getByRole("button", { name: "Markers with power" }).click();
  await page.getByRole("menuitemradio", { name: /With gas/ }).click();
  await expect(page).toHaveURL(/markers=gas/);
  await expect(
    explorer.map.getByRole("button", { name: /^Rashakai.*30 MMCFD of gas needed/ }),
  ).toBeVisible();
});
