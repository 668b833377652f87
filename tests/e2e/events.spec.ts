import { expect } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { query } from "./support/database";
import { saveFigure } from "./support/figure-driver";
import { test } from "./support/test";

/** How many events PostgreSQL finds. */
async function eventsInDatabase(condition: string): Promise<number> {
  const [row] = await query(`select count(*) as count from event where ${condition}`);
  return Number(row?.count);
}

test.describe("events and changes on one timeline", () => {
  test.use({ drawsMaps: false });

  test("counts the events that PostgreSQL counts, by kind and by day", async ({ page }) => {
    const security = await eventsInDatabase("kind = 'security'");
    const first = await eventsInDatabase("kind = 'security' and date < '2024-06'");
    expect(first).toBeLessThan(security);
    await page.goto("/events?scope=all");
    await page.getByLabel("Kind of event").selectOption("security");
    await page.getByRole("button", { name: "Show events" }).click();
    await expect(page).toHaveURL(/kind=security/);
    await expect(
      page.getByText(new RegExp(`^${security} security events? (is|are)`)),
    ).toBeVisible();
    await page.goto("/events?scope=all&kind=security&asOf=2024-05-31");
    await expect(page.getByText(new RegExp(`^${first} security events? (is|are)`))).toBeVisible();
  });

  test("leads from a zone to its own timeline, with all that became known of it", async ({
    page,
    zonePage,
  }) => {
    await page.goto("/zones/dhabeji-sez");
    await page.getByRole("link", { name: "Show them with the zone’s values" }).click();
    await expect(page).toHaveURL(/\/events\?zones=dhabeji-sez$/);
    await expect(page.getByText(/events are recorded for Dhabeji up to/)).toBeVisible();
    await expect(page.getByText(/new facts?$/).first()).toBeVisible();
    await zonePage.answers();
    await page.getByRole("link", { name: "Electricity", exact: true }).first().click();
    await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
    await expect(page).toHaveURL(/\/zones\/dhabeji-sez\/evidence#ledger-electricity$/);
  });

  test("has a column of its data for each kind, and a year leads to its entries", async ({
    page,
  }) => {
    await page.goto("/events");
    const figure = page.getByRole("figure", { name: "Events and changes of facts by year" });
    const lines = await saveFigure(figure);
    expect(lines[0]).toMatch(/^year,policy,approval,.*,otherwise$/);
    const last = lines.at(-1)?.split(",") ?? [];
    const year = last[0] ?? "";
    const events = last.slice(1, 8).reduce((sum, count) => sum + Number(count), 0);
    await figure.getByRole("link", { name: new RegExp(`^${year}: ${events} events?,`) }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`#y${year}$`));
    await expect(page.getByRole("region", { name: year, exact: true })).toContainText(
      `${events} event`,
    );
  });

  test("says in words what it cannot read, and fits a phone", async ({ page }) => {
    await page.goto("/events?kind=foo");
    await expect(page.getByRole("main")).toContainText("kind=foo");
    await expect(page.getByRole("main")).toContainText("“foo” is not allowed here");
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/events");
    await expectNoSidewaysScroll(page);
  });
});
