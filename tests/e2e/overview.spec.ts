import { expect } from "@playwright/test";
import { zonesInDatabase, zonesOfStanding } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

test("each figure is that of PostgreSQL and links to the counted zones", async ({
  page,
  explorer,
}) => {
  await page.goto("/");
  await page
    .getByRole("navigation", { name: "Pages on this subject" })
    .getByRole("link", { name: "Overview" })
    .click();
  await expect(page).toHaveURL("/overview");
  const running = (await zonesOfStanding("running")).length;
  const reported = (await zonesOfStanding("reported-running")).length;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `44 zones announced. Factories are running in ${running} and were in ${reported} more when last reported.`,
  );
  const counted = [
    ["Approval", /^35 approval confirmed/, "cohort in ('original-7', 'added-37')"],
    ["Legal status", /^Notified/, "legal_status in ('notified', 'developer-bound')"],
    ["Progress on site", /^Unknown/, "status is null"],
    ["What is unknown", /^Electricity/, "electricity is null"],
  ] as const;
  for (const [part, name, condition] of counted) {
    const zones = await zonesInDatabase(condition);
    const link = page.getByRole("region", { name: part, exact: true }).getByRole("link", { name });
    await expect(link).toContainText(String(zones.length));
    await link.click();
    await explorer.answers();
    await expect.poll(() => explorer.counts()).toMatchObject({ found: zones.length });
    await page.goBack();
    await expect(page).toHaveURL("/overview");
  }
});

test("the zones furthest on site are in the order of PostgreSQL, and no order is certain", async ({
  page,
}) => {
  await page.goto("/overview");
  const first = (await zonesInDatabase()).slice(0, 5);
  const links = page.getByRole("region", { name: /^Furthest on site/ }).getByRole("link");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(hrefs.filter((href) => href?.startsWith("/zones/"))).toEqual(
    first.map((slug) => `/zones/${slug}#readiness`),
  );
  await expect(page.getByText(/No zone is certainly ahead of another/)).toBeVisible();
});

test("links keep a past day", async ({ page }) => {
  await page.goto("/overview?asOf=2020-12-31");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /^20 zones were approved at that date/,
  );
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Readiness" })
    .click();
  await expect(page).toHaveURL("/readiness?asOf=2020-12-31");
  await expect(page.locator("tr[data-slug]")).toHaveCount(20);
});
