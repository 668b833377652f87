import { expect } from "@playwright/test";
import { test } from "./support/test";

const RASHAKAI = "rashakai-sez";

test("a zone that is not tracked answers 404 with a way on", async ({ page, troubles }) => {
  troubles.expectAt("/zones/no-such-zone");
  const response = await page.goto("/zones/no-such-zone");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "search all zones" }).click();
  await expect(page).toHaveURL("/zones?scope=all&q=no%20such%20zone");
});

test("a mistyped address suggests the right zone", async ({ page, troubles }) => {
  troubles.expectAt("/zones/rashaki-sez");
  await page.goto("/zones/rashaki-sez");
  await page.getByRole("link", { name: /^Rashakai/ }).click();
  await expect(page).toHaveURL(`/zones/${RASHAKAI}`);
});

test("a zone before its first day says when that is", async ({ page, zonePage }) => {
  await zonePage.open(RASHAKAI, "?asOf=2012-01-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Rashakai: not yet reported as a zone on 1 January 2012",
  );
  await page.getByRole("link", { name: /^Rashakai on / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Rashakai Special Economic Zone",
  );
  await expect(page.getByText(/It will not change while method 3 is in use\./)).toBeVisible();
});

test("a past day shows what held then, and leads back to today", async ({ page, zonePage }) => {
  await zonePage.open(RASHAKAI, "?asOf=2020-12-31");
  await expect(page.getByText("This page shows 31 Dec 2020")).toBeVisible();
  // The roads were reported later than that.
  await expect(zonePage.part("Readiness").getByText(/^Nothing found on/)).toContainText(
    "internal roads",
  );
  await page.getByRole("link", { name: "Show today" }).click();
  await expect(page).toHaveURL(`/zones/${RASHAKAI}`);
  await expect(zonePage.values("internalRoads").first()).toContainText("Partial");
});

for (const [search, words] of [
  ["?asOf=2199-01-01", "1 January 2199 is in the future"],
  ["?asOf=yesterday", "asOf=yesterday"],
  ["?knownOn=r999", "knownOn=r999"],
] as const) {
  test(`a moment that cannot be shown is refused in words: ${search}`, async ({
    page,
    zonePage,
  }) => {
    await zonePage.open(RASHAKAI, search);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "This date or revision cannot be shown",
    );
    await expect(page.getByRole("main")).toContainText(words);
    await page.getByRole("link", { name: "Show today instead" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Rashakai Special Economic Zone",
    );
  });
}

test("a misspelt date is not ignored, and the link with the right name opens that day", async ({
  page,
  zonePage,
}) => {
  await zonePage.open(RASHAKAI, "?asOff=2024-06-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has a mistake");
  await expect(page.getByRole("main")).toContainText("Allowed: asOf and knownOn.");
  await page.getByRole("link", { name: "Use asOf=2024-06-01 instead" }).click();
  await expect(page).toHaveURL(`/zones/${RASHAKAI}?asOf=2024-06-01`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Rashakai Special Economic Zone",
  );
});

for (const path of ["/readiness", "/provinces/sindh"]) {
  test(`nor is it on ${path}`, async ({ page }) => {
    await page.goto(`${path}?asOff=2024-06-01`);
    await page.getByRole("link", { name: "Use asOf=2024-06-01 instead" }).click();
    await expect(page).toHaveURL(`${path}?asOf=2024-06-01`);
    await expect(page.getByRole("main")).toContainText("This page shows 1 Jun 2024");
  });
}

test("every mistake of a link is corrected at once where each has a suggestion", async ({
  page,
}) => {
  const use = page.getByRole("link", { name: /^Use / });
  await page.goto("/readiness?provnce=sindh&status=servced");
  await use.click();
  await expect(page).toHaveURL("/readiness?province=sindh&status=serviced");
  await page.goto("/readiness?provnce=sindh&readinessMin=lots");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has a mistake");
  await expect(use).toHaveCount(0);
});
