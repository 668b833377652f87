import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { query } from "./database";

/** Fills in what a source says of a new zone. */
export async function fillZoneSource(page: Page): Promise<void> {
  const [source] = await query("select title from source where id = 'geonames'");
  await page.getByRole("combobox", { name: "Source" }).fill(String(source?.title));
  await page.getByLabel("As of").fill("2026-11-01");
  await page.getByLabel("What the source says").fill("It names the zone.");
}

/** Merges the zone of the page into another, or retires it, once the page shows what that changes. @param into name of the other; null: retire */
export async function retireRecord(
  page: Page,
  { into, reason }: { readonly into: string | null; readonly reason: string },
): Promise<void> {
  const act = into === null ? /^Retire/ : /^Merge into/;
  await page.getByRole("radio", { name: act }).check();
  if (into !== null) await page.getByLabel("Merge into", { exact: true }).fill(into);
  await page.getByLabel("Reason").fill(reason);
  const changes = page.getByRole("complementary", { name: "What will change" });
  await expect(changes).toContainText("leaves the list of zones and all counts.");
  await expect(changes).toContainText("Headline of the home page");
  await expectAccessible(page);
  await page.getByRole("button", { name: into === null ? "Retire" : "Merge", exact: true }).click();
}
