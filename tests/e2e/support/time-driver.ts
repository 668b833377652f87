import { expect, type Page } from "@playwright/test";

/** Opens the controls of the date on a page that is read. Presses again where the page's scripts had not started. */
export async function openTime(page: Page): Promise<void> {
  const button = (expanded: boolean) => page.getByRole("button", { name: /As of/, expanded });
  await expect(async () => {
    if (await button(false).isVisible()) await button(false).click();
    await expect(button(true)).toBeVisible({ timeout: 1000 });
  }).toPass();
}
