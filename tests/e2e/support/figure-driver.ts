import { readFile } from "node:fs/promises";
import { expect, type Locator } from "@playwright/test";

/** Saves the data of a figure. Presses again where the page's scripts had not started. @returns the lines of the file */
export async function saveFigure(figure: Locator): Promise<string[]> {
  let path = "";
  await expect(async () => {
    const [download] = await Promise.all([
      figure.page().waitForEvent("download", { timeout: 5000 }),
      figure.getByRole("button", { name: /as CSV$/ }).click(),
    ]);
    path = await download.path();
  }).toPass();
  return (await readFile(path, "utf8")).trim().split(/\r?\n/);
}
