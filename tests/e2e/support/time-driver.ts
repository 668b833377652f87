import type { Page } from "@playwright/test";

/** Opens the controls of the date on a page that is read. */
export async function openTime(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^As of/, expanded: false }).click();
}
