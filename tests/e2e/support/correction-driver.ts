import { expect, type Page } from "@playwright/test";
import type { ZoneFieldKey } from "../../../lib/catalogue/fields";

/** Opens the form to correct a value, from the page of its zone. */
export async function openCorrection(page: Page, slug: string, field: ZoneFieldKey): Promise<void> {
  await page.goto(`/zones/${slug}`);
  const value = page.locator(`a[href$="#ledger-${field}"]`).first();
  const popover = page.getByRole("dialog");
  await expect(async () => {
    await value.click();
    await expect(popover).toBeVisible({ timeout: 1000 });
  }).toPass();
  await popover.getByRole("link", { name: "Report an error" }).click();
}

/** Sends the open form. */
export async function sendCorrection(page: Page, words: string): Promise<void> {
  await page.getByLabel("What is wrong, and what is right?").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Sent. Thank you.")).toBeVisible();
}
