import { expect, type Locator, type Page } from "@playwright/test";
import { type Account, signIn } from "./accounts";

/** Where the link or the text of the article is pasted. */
export const article = (page: Page): Locator => page.getByLabel("Link or text of the article");
/** Where a field of a zone or firm is found by typing. */
export const finder = (page: Page): Locator => page.getByLabel("Add a report");
/** The button that records all reports. */
export const record = (page: Page): Locator => page.getByRole("button", { name: /^Record/ });
/** The part of the form about one field of one zone or firm. */
export const report = (page: Page, name: string): Locator =>
  page.getByRole("region", { name, exact: true });

/** Adds the report that is found first for what is typed, and waits until the focus is in it. */
export async function pickReport(page: Page, typed: string): Promise<void> {
  await finder(page).fill(typed);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await expect(finder(page)).not.toBeFocused();
}

/** The facts that the text proposes or the person added. */
export const facts = (page: Page): Locator => page.locator("[data-fact]");

/** Waits until the page has the evidence on these zones, by the beginnings of their names: before, it records nothing. */
export async function expectLoaded(page: Page, zones: readonly string[]): Promise<void> {
  const changes = page.getByRole("region", { name: "Changes by zone" });
  for (const zone of zones) {
    await expect(changes.getByRole("heading", { name: new RegExp(`^${zone}`) })).toBeVisible();
  }
}

/** Opens the article page and waits until it answers. */
export async function openArticle(page: Page, person: Account): Promise<void> {
  await signIn(page, person, "/admin/article");
  await expect(finder(page)).toBeEnabled();
}

/**
 * Counts the clicks and keys on the page from now on. Keys that press buttons are no clicks, and Shift and Control no keys of their own.
 * @returns prints what a job took so far, with its seconds, and returns its clicks
 */
export async function countActs(page: Page): Promise<(job: string) => Promise<number>> {
  await page.evaluate(() => {
    const acts = { clicks: 0, keys: 0, since: performance.now() };
    Object.assign(window, { acts });
    // A press of a key on a button makes a click without a count.
    addEventListener("click", ({ detail }) => detail > 0 && acts.clicks++, { capture: true });
    const isKey = (key: string) => !["Shift", "Control", "Alt"].includes(key);
    addEventListener("keydown", ({ key }) => isKey(key) && acts.keys++, { capture: true });
  });
  return async (job) => {
    const { clicks, keys, seconds } = await page.evaluate(() => {
      const { acts } = window as unknown as Record<
        "acts",
        Record<"clicks" | "keys" | "since", number>
      >;
      return { ...acts, seconds: Math.round((performance.now() - acts.since) / 1000) };
    });
    console.log(`${job}: ${clicks} clicks, ${keys} keys, ${seconds} s`);
    return clicks;
  };
}

/** Pastes an article that begins with its address, and types what the page cannot read from it, by keyboard. */
export async function pasteArticle(
  page: Page,
  pasted: string,
  { publisher, published }: { readonly publisher: string; readonly published: string },
): Promise<void> {
  await article(page).click();
  await page.keyboard.insertText(pasted);
  await page.getByLabel("Publisher").click();
  await page.keyboard.type(publisher);
  await page.getByLabel("Published").click();
  await page.keyboard.type(published);
  // The day of the reports follows.
  await expect(page.getByLabel("Day", { exact: true }).first()).toHaveValue(published);
}

/**
 * Adds a report by keyboard alone: what is typed finds its field, whose label is `field`.
 * @param value typed into its value; null: the finder has taken it from what was typed
 */
export async function addReport(
  page: Page,
  typed: string,
  field: string,
  value: string | null,
): Promise<void> {
  await page.keyboard.press("Alt+N");
  await expect(finder(page)).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole("option").first()).toContainText(field);
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-value-control] :focus")).toBeVisible();
  if (value !== null) await page.keyboard.type(value);
}

/** Quotes a whole line of the article in the report that was added last. @param line counted from 0 */
export async function quoteLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press("Alt+A");
  await page.keyboard.press("Control+Home");
  for (let at = 0; at < line; at += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Alt+Q");
}
