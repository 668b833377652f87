import { expect, type Page } from "@playwright/test";
import { type Account, signIn } from "./accounts";

/** The header of the rows below. */
export const IMPORT_HEAD = ["Zone", "Field", "Value", "As of", "Summary"];

/**
 * 500 rows, each another report that water is partial, of the years 2015 to 2023.
 * @param slugs 5 zones, in turn
 * @param spoilt is the field of every 25th row misspelled?
 */
export function makeImportRows(
  slugs: readonly string[],
  spoilt: boolean,
  summary: (row: number) => string,
): string[][] {
  return Array.from({ length: 500 }, (_, i) => [
    slugs[i % slugs.length] ?? "",
    spoilt && i % 25 === 7 ? "Watr supply line" : "Water",
    "Partial",
    `${2015 + (i % 9)}-${String(1 + (Math.floor(i / 9) % 12)).padStart(2, "0")}-${String(1 + Math.floor(i / 108)).padStart(2, "0")}`,
    summary(i),
  ]);
}

/** Rows under the header as a spreadsheet copies them. */
export const asTabs = (rows: readonly (readonly string[])[]): string =>
  [IMPORT_HEAD, ...rows].map((cells) => cells.join("\t")).join("\n");

/** Opens the import page and waits until it answers. */
export async function openImport(page: Page, person: Account): Promise<void> {
  await signIn(page, person, "/admin/import");
  await expect(async () => {
    await page.getByRole("button", { name: "Read the table" }).click();
    await expect(page.getByText("Paste a table, or choose a file.")).toBeVisible({ timeout: 500 });
  }).toPass();
}
