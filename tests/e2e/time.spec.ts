import { expect, type Page } from "@playwright/test";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const slider = (page: Page) => page.getByRole("slider", { name: "Date shown" });

/** The ends of the years between which the register grew, with what was known to be approved then. */
const GROWTH = [
  ["2018-12-31", 7],
  ["2020-12-31", 20],
  ["2022-12-31", 28],
  ["2023-12-31", 35],
] as const;

test("the register grows under the slider: 7, 20, 28, 35, 44", async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole("button", { name: /Choose another date/ }).click();
  await page.getByLabel("Date shown").and(page.locator("input[type=date]")).fill("2017-12-31");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Choose another date/ })).toBeFocused();
  await slider(page).focus();
  for (const [day, zones] of GROWTH) {
    while ((await explorer.readUrl()).asOf !== day) {
      const before = await explorer.readUrl();
      await page.keyboard.press("PageUp");
      await expect.poll(() => explorer.readUrl()).not.toEqual(before);
    }
    await expect.poll(() => explorer.counts()).toEqual({ found: zones, total: zones });
    await expect(page.getByRole("radio", { name: `Approved then ${zones}` })).toBeChecked();
  }
  await page.keyboard.press("End");
  await explorer.expectUrl({});
  await expect.poll(() => explorer.counts()).toEqual({ found: 44, total: 44 });
  await expect(page.getByRole("radio", { name: "Announced 44" })).toBeChecked();
});

test("the table of a past day has the zones that the API gives for it", async ({
  explorer,
  page,
  request,
}) => {
  await explorer.open();
  await slider(page).focus();
  await page.keyboard.press("PageDown");
  for (let press = 0; press < 6; press += 1) {
    const before = await explorer.readUrl();
    await page.keyboard.press(press % 2 === 0 ? "ArrowLeft" : "PageDown");
    await expect.poll(() => explorer.readUrl()).not.toEqual(before);
    const { asOf } = await explorer.readUrl();
    const response = await request.get(`/api/v1/zones?limit=1000&asOf=${asOf}`);
    const { data } = await response.json();
    const expected = data.map(({ slug }: { slug: string }) => slug);
    await expect.poll(() => explorer.zonesInTable()).toEqual(expected);
  }
});

test("today is loaded once, nothing of the past before the slider is used, and then each day once", async ({
  explorer,
  page,
}) => {
  const asked: (string | null)[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/v1/rows") asked.push(searchParams.get("asOf"));
  });
  await explorer.open();
  expect(asked).toEqual([null]);
  await slider(page).focus();
  for (const [key, days] of [
    ["Home", ["2012-01-01"]],
    ["PageUp", ["2012-01-01", "2013-01-01"]],
    ["Home", ["2012-01-01", "2013-01-01"]],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => asked).toEqual([null, ...days]);
  }
});

test("one slide is one step back, and a banner leads to today", async ({ explorer, page }) => {
  await explorer.open("?province=sindh");
  await slider(page).focus();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect.poll(async () => (await explorer.readUrl()).asOf).toBeDefined();
  await expect(page.getByText(/You are looking at/)).toBeVisible();
  await page.waitForTimeout(400);
  await page.goBack();
  await explorer.expectUrl({ province: "sindh" });
  await expect(page.getByText(/You are looking at/)).toBeHidden();

  await explorer.open("?province=sindh&asOf=2021-06-30");
  await page.getByText("Back to today").click();
  await explorer.expectUrl({ province: "sindh" });
});

test("a pinned day says its version, keeps to it and lets go of it", async ({
  explorer,
  page,
  request,
}) => {
  await explorer.open("?asOf=2023-12-31");
  const { meta } = await (await request.get("/api/v1/zones?asOf=2023-12-31")).json();
  await page.getByRole("button", { name: "Copy permanent link" }).click();
  await explorer.expectUrl({ asOf: "2023-12-31", knownOn: meta.knownOn });
  // What a row leads to is pinned as well.
  await expect(explorer.zoneLink("hattar-sez")).toHaveAttribute(
    "href",
    `/zones/hattar-sez?asOf=2023-12-31&knownOn=${meta.knownOn}`,
  );
  await expect.poll(() => explorer.counts()).toEqual({ found: 35, total: 35 });
  await page.reload();
  await explorer.answers();
  await expect.poll(() => explorer.counts()).toEqual({ found: 35, total: 35 });
  await page.getByRole("button", { name: "Show latest revision" }).click();
  await explorer.expectUrl({ asOf: "2023-12-31" });
});

test("the years play, and any key stops them", async ({ explorer, page }) => {
  await explorer.open("?asOf=2016-01-01");
  await page.getByRole("button", { name: "Play through the years" }).click();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /2017/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Play through the years" })).toBeVisible();
  await expect.poll(async () => (await explorer.readUrl()).asOf).toMatch(/^2017/);
});

test("with less motion the years come one by one", async ({ explorer, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await explorer.open("?asOf=2016-05-01");
  await page.getByRole("button", { name: "Play through the years" }).click();
  await expect.poll(async () => (await explorer.readUrl()).asOf).toBe("2017-05-01");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
});

test("on a phone a button opens it", async ({ explorer, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.open();
  await expect(slider(page)).toBeHidden();
  await page.getByRole("button", { name: /As of/, expanded: false }).click();
  await slider(page).focus();
  await page.keyboard.press("Home");
  await explorer.expectUrl({ asOf: "2012-01-01" });
});
