import { expect, type Page } from "@playwright/test";
import { test } from "./support/test";

/** The files of the layers that the page asked for. */
function listLoaded(page: Page): string[] {
  const loaded: string[] = [];
  page.on("request", (request) => {
    const name = /\/basemap\/([\w-]+)\.geojson/.exec(request.url())?.[1];
    if (name !== undefined) loaded.push(name);
  });
  return loaded;
}

test("a layer is switched on by the mouse and off by the keyboard, loads its data then, and is in the address", async ({
  page,
  explorer,
}) => {
  const loaded = listLoaded(page);
  await explorer.open();
  await explorer.mapPainted();
  expect(loaded).toContain("routes");
  expect(loaded).not.toContain("power-plants");
  await explorer.map.getByRole("button", { name: "Layers" }).click();
  const power = page.getByRole("menuitemcheckbox", { name: "Power plants near zones" });
  await expect(power).not.toBeChecked();
  await power.click();
  await expect(power).toBeChecked();
  await explorer.expectUrl({ layers: "routes,ports,power" });
  await expect.poll(() => loaded).toContain("power-plants");
  const routes = page.getByRole("menuitemcheckbox", { name: "Roads and railways (schematic)" });
  await expect(routes).toBeChecked();
  await expect
    .poll(async () => {
      await page.keyboard.press("ArrowDown");
      return await routes.evaluate((item) => item === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press("Enter");
  await expect(routes).not.toBeChecked();
  await explorer.expectUrl({ layers: "ports,power" });
  await page.keyboard.press("Escape");
  await expect(explorer.map.getByRole("button", { name: "Layers" })).toBeFocused();
  await explorer.map.getByRole("button", { name: "Key" }).click();
  await explorer.map.getByText("List with sources").click();
  const tarbela = explorer.map.getByRole("listitem").filter({ hasText: "Tarbela" });
  await expect(tarbela).toContainText("Tarbela: hydro, 4,888 MW. The Nation, 2023");
  await expect(tarbela.getByRole("link")).toHaveAttribute(
    "href",
    /^https:\/\/www\.nation\.com\.pk/,
  );
});

test("the address chooses layers and colours, and only their data load", async ({
  page,
  explorer,
}) => {
  const loaded = listLoaded(page);
  await explorer.open("?layers=none&markers=firms");
  await explorer.mapPainted();
  expect(loaded).toContain("coast");
  for (const name of ["routes", "gateways", "power-plants"]) expect(loaded).not.toContain(name);
  await expect(explorer.marker("rashakai-sez")).toHaveAccessibleName(/, firms producing: /);
  await explorer.map.getByRole("button", { name: "Key" }).click();
  await expect(explorer.map.getByText("Firms producing")).toBeVisible();
});

test("the schematic lines are called so on the map, and OpenStreetMap is named with a link", async ({
  explorer,
}) => {
  await explorer.open();
  await explorer.mapPainted();
  await explorer.map.getByRole("button", { name: "Key" }).click();
  await expect(explorer.map.getByText("Schematic: off by 3 to 6 km")).toBeVisible();
  await explorer.map.getByText("Boundaries approximate").click();
  await expect(explorer.map.getByText(/schematic: the lines join towns/).last()).toBeVisible();
  await expect(
    explorer.map.getByRole("link", { name: "© OpenStreetMap contributors" }).last(),
  ).toHaveAttribute("href", "https://www.openstreetmap.org/copyright");
});

for (const search of ["?province=balochistan", "?province=balochistan&map=28,65,6"]) {
  test(`zones are where they will be while the map loads: ${search}`, async ({
    page,
    explorer,
  }) => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route("**/basemap/style-*.json", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/zones${search}`);
    const places = (markers: Element[]) =>
      markers.map((marker) => {
        const { left, top, width, height } = marker.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
    const pending = page.locator("[data-pending]");
    await expect(pending.first()).toBeVisible();
    const ground = await page.locator(".pending-map svg:has(use)").boundingBox();
    expect((ground?.width ?? 0) / (ground?.height ?? 1)).toBeCloseTo(2000 / 1630, 2);
    const before = await pending.evaluateAll(places);
    release();
    await explorer.mapPainted();
    const after = await explorer.placesOnMap();
    expect(after).toHaveLength(before.length);
    expect(after.length).toBeGreaterThan(2);
    for (const { x, y } of before) {
      const nearest = after.map((marker) => Math.hypot(marker.x - x, marker.y - y));
      expect(Math.min(...nearest)).toBeLessThan(6);
    }
    await expect(pending.first()).toBeHidden();
  });
}

test("the printed page has a picture of the map", async ({ page, explorer }) => {
  await explorer.open();
  await explorer.mapPainted();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const picture = explorer.map.locator("[data-printed] > img");
  await expect(picture).toBeVisible();
  expect((await picture.getAttribute("src"))?.length).toBeGreaterThan(20_000);
});

test("names on the map are in Urdu where the page is", async ({ page, explorer }) => {
  await page.goto("/ur/zones");
  const map = page.locator('[data-painted="true"]');
  await expect(map).toBeVisible();
  const urdu = Object.assign(explorer, { map });
  expect((await urdu.drawn("town-1")).map(({ key }) => key)).toContain("کراچی");
});
