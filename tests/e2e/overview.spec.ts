import { expect } from "@playwright/test";
import { zonesInDatabase } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

test("says what PostgreSQL counts, each figure a way to the zones that it counts", async ({
  page,
  explorer,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: /New here/ }).click();
  await expect(page).toHaveURL("/overview");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Forty-four zones announced; in twelve of them a firm is reported to produce",
  );
  const counted = [
    ["What they are", /^35 approval evidenced/, "cohort in ('original-7', 'added-37')"],
    ["On paper", /^Notified/, "legal_status in ('notified', 'developer-bound')"],
    ["On the ground", /^Unknown/, "status is null"],
    ["What is not known", /^Electricity/, "electricity is null"],
  ] as const;
  for (const [part, name, condition] of counted) {
    const zones = await zonesInDatabase(condition);
    const link = page.getByRole("region", { name: part }).getByRole("link", { name });
    await expect(link).toContainText(String(zones.length));
    await link.click();
    await explorer.answers();
    await expect.poll(() => explorer.counts()).toMatchObject({ found: zones.length });
    await page.goBack();
    await expect(page).toHaveURL("/overview");
  }
});

test("names the most ready in the order of PostgreSQL, and says that no order is certain", async ({
  page,
}) => {
  await page.goto("/overview");
  const first = (await zonesInDatabase()).slice(0, 5);
  const links = page.getByRole("region", { name: /^Most ready/ }).getByRole("link");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(hrefs.filter((href) => href?.startsWith("/zones/"))).toEqual(
    first.map((slug) => `/zones/${slug}#readiness`),
  );
  await expect(page.getByText(/Certain of 946 pairs: 0/)).toBeVisible();
});

test("shows a past day, and takes it along to every page", async ({ page }) => {
  await page.goto("/overview?asOf=2020-12-31");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/^Twenty zones/);
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Readiness" })
    .click();
  await expect(page).toHaveURL("/readiness?asOf=2020-12-31");
  await expect(page.locator("tr[data-slug]")).toHaveCount(20);
});
