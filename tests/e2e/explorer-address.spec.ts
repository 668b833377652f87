import { expect } from "@playwright/test";
import { zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const SHARED =
  "?scope=all&province=sindh,unknown&readinessMin=90&readinessMode=possibly&sort=name&columns=status,areaAcres&density=compact";
const SHARED_ZONES = "(province = 'sindh' or province is null) and readiness_high >= 90";

test("a shared link shows the same, again after a reload, in order and columns", async ({
  page,
  explorer,
}) => {
  const zones = await zonesInDatabase(SHARED_ZONES, {
    scope: "all",
    orderBy: 'name collate "en-x-icu"',
  });
  expect(zones.length).toBeGreaterThan(2);
  await explorer.open(SHARED);
  for (let visit = 0; visit < 2; visit += 1) {
    expect(await explorer.zonesInTable()).toEqual(zones);
    expect(await explorer.columns()).toEqual(["Zone", "Progress on site", "Area, acres"]);
    await expect(explorer.table).toHaveAttribute("data-density", "compact");
    await expect(await explorer.choice("province", "sindh")).toBeChecked();
    await expect(await explorer.choice("province", "unknown")).toBeChecked();
    await expect(explorer.scope(/All tracked/)).toBeChecked();
    await page.reload();
    await explorer.answers();
  }
});

test("the back button undoes one change at a time", async ({ page, explorer }) => {
  await explorer.open();
  await explorer.filterBy("province", "sindh");
  await explorer.expectUrl({ province: "sindh" });
  await explorer.pressReadiness(6);
  await explorer.expectUrl({ province: "sindh", readinessMin: "30" });
  await explorer.scope(/Approval confirmed/).check();
  await explorer.expectUrl({ province: "sindh", readinessMin: "30", scope: "evidenced" });

  await page.goBack();
  await explorer.expectUrl({ province: "sindh", readinessMin: "30" });
  // Six presses on the slider were one act.
  await page.goBack();
  await explorer.expectUrl({ province: "sindh" });
  await expect
    .poll(() => explorer.zonesInTable())
    .toEqual(await zonesInDatabase("province = 'sindh'"));
  await page.goBack();
  await explorer.expectUrl({});
  await expect(await explorer.choice("province", "sindh")).not.toBeChecked();
  await page.goForward();
  await expect(await explorer.choice("province", "sindh")).toBeChecked();
});

test("the explorer keeps its state on the way back from a zone's page", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.filterBy("status", "operational");
  await explorer.zoneLink("korangi-creek-industrial-park").click();
  await expect(page).toHaveURL("/zones/korangi-creek-industrial-park");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Korangi Creek/);
  await page.goBack();
  await explorer.expectUrl({ status: "operational" });
  await expect
    .poll(() => explorer.zonesInTable())
    .toEqual(await zonesInDatabase("status = 'operational'"));
});

test("a wrong parameter of the address is named, and one press corrects it", async ({
  page,
  explorer,
}) => {
  await explorer.open("?provnce=sindh&status=operatonal&readinessMin=high");
  await expect.poll(async () => (await explorer.counts()).found).toBe(44);
  await expect(page.getByRole("status").filter({ hasText: "provnce=sindh" })).toBeVisible();
  await page.getByRole("button", { name: "Use “province”" }).click();
  await page.getByRole("button", { name: "Use “operational”" }).click();
  await expect
    .poll(() => explorer.zonesInTable())
    .toEqual(await zonesInDatabase("province = 'sindh' and status = 'operational'"));
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await explorer.expectUrl({ province: "sindh", status: "operational" });
  await expect(page.getByText(/^Ignored .+ in the link/)).toHaveCount(0);
});

test("on 1 January 2019, 7 zones were approved, and the page says which day it shows", async ({
  page,
  explorer,
}) => {
  await explorer.open("?asOf=2019-01-01");
  expect(await explorer.counts()).toEqual({ found: 7, total: 7 });
  await expect(page.getByText("You are looking at 1 Jan 2019")).toBeVisible();
  await expect(explorer.headline).toContainText("7 zones were approved at that date");
  await expect(explorer.scope(/Approved then 7/)).toBeChecked();
  await expect(page.getByRole("main")).not.toContainText(/Announced 44|44 zones/);
  await page.getByRole("link", { name: "Back to today" }).click();
  await explorer.answers();
  await explorer.expectUrl({});
  await expect.poll(() => explorer.counts()).toEqual({ found: 44, total: 44 });
});

for (const search of ["?asOf=2199-01-01", "?knownOn=r999"]) {
  test(`a moment that cannot be shown is named, and the page shows today: ${search}`, async ({
    page,
    explorer,
  }) => {
    await explorer.open(search);
    await expect(page.getByText(/^Ignored .+ in the link/)).toBeVisible();
    expect((await explorer.counts()).found).toBe(44);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await explorer.expectUrl({});
  });
}

test("the page stays when the rows of another day fail to load, and can load them again", async ({
  page,
  explorer,
  troubles,
}) => {
  troubles.expectAt("/api/v1/rows");
  await explorer.open();
  await page.route("**/api/v1/rows*", (route) => route.abort("connectionfailed"));
  await explorer.stepTo("?asOf=2019-01-01");
  const failure = page
    .getByRole("alert")
    .filter({ hasText: "The zones of that day failed to load" });
  await expect(failure).toBeVisible();
  expect((await explorer.counts()).found).toBe(44);
  await page.unroute("**/api/v1/rows*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(async () => (await explorer.counts()).found).toBe(7);
  await expect(failure).toBeHidden();
});

test("the page says that there is no connection, and filters still work", async ({
  page,
  context,
  explorer,
  troubles,
}) => {
  troubles.expectAt("/icon.svg");
  // The drawn map, where the browser of the tests draws no other.
  troubles.expectAt("/embed/map");
  await explorer.open();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await explorer.filterBy("province", "sindh");
  await expect
    .poll(() => explorer.zonesInTable())
    .toEqual(await zonesInDatabase("province = 'sindh'"));
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toBeHidden();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the table is there, for any question in the address", async ({ page, explorer }) => {
    await page.goto("/zones?province=sindh&sort=name");
    expect(await explorer.zonesInTable()).toEqual(
      await zonesInDatabase("province = 'sindh'", { orderBy: 'name collate "en-x-icu"' }),
    );
    await expect(explorer.headline).toContainText("Sindh");
    await explorer.zoneLink("dhabeji-sez").click();
    await expect(page).toHaveURL("/zones/dhabeji-sez");
  });
});

test("the printed page has the headline, the figures and the whole table", async ({
  page,
  explorer,
}) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto("/zones");
  await expect(explorer.headline).toBeVisible();
  await expect(explorer.funnels).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Filters" })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  for (const slug of await zonesInDatabase()) await expect(explorer.row(slug)).toBeVisible();
  const cut = await explorer.table.evaluate(
    (table) => table.scrollHeight - (table.parentElement?.clientHeight ?? 0),
  );
  expect(cut, "px of the table beyond its frame").toBeLessThanOrEqual(0);
});
