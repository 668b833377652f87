import { expect, type Locator, type Page } from "@playwright/test";
import { type FieldKey, fieldSpec } from "../../../lib/catalogue/fields";

/** A zone's page as its readers use it. */
export class ZoneDriver {
  /** What opens at a value that was asked "says who?". */
  readonly answer: Locator;
  readonly ledger: Locator;

  constructor(readonly page: Page) {
    this.answer = page.getByRole("dialog", { name: /: says who\?$/ });
    this.ledger = page.getByRole("region", { name: "The ledger" });
  }

  async open(slug: string, search = ""): Promise<void> {
    await this.page.goto(`/zones/${slug}${search}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Waits until the scripts have come, so that a value answers where it stands; before, it leads to the ledger. */
  async answers(): Promise<void> {
    await this.page.waitForLoadState("networkidle");
  }

  /** A part of the page by its title. */
  part(title: string): Locator {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  /** The values of a field that can be asked, wherever they stand. */
  values(field: FieldKey): Locator {
    return this.page.getByRole("main").getByRole("link", {
      name: new RegExp(`, ${fieldSpec(field).label}$`),
    });
  }

  /** Presses a value with the mouse, on what can be seen of it: its field's name is for the ear alone. */
  async press(value: Locator): Promise<void> {
    await value.scrollIntoViewIfNeeded();
    const at = await value.evaluate((element) => {
      const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
      return { x: left + width - Math.min(8, width / 2), y: top + height / 2 };
    });
    await this.page.mouse.click(at.x, at.y);
  }

  /**
   * Asks a value "says who?" until it answers: before the scripts have come it leads to the ledger,
   * which is right too.
   */
  async ask(field: FieldKey, how: "mouse" | "Enter" | "Space" = "mouse"): Promise<Locator> {
    const value = this.values(field).first();
    await expect(async () => {
      if (how === "mouse") await this.press(value);
      else await value.press(how);
      await expect(this.answer).toBeVisible({ timeout: 2000 });
    }).toPass();
    return value;
  }

  /** Fields in the ledger that can be seen, by their headings. */
  async fieldsInLedger(): Promise<string[]> {
    const headings = this.ledger.getByRole("heading", { level: 4 });
    return await headings.filter({ visible: true }).allInnerTexts();
  }
}
