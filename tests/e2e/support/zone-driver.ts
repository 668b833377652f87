import { expect, type Locator, type Page } from "@playwright/test";
import { type FieldKey, fieldSpec } from "../../../lib/catalogue/fields";

/** Drives a zone's page and the evidence of any value. */
export class ZoneDriver {
  /** The popover with the source and history of a value. */
  readonly answer: Locator;
  readonly ledger: Locator;

  constructor(readonly page: Page) {
    this.answer = page.getByRole("dialog", { name: /, source and history$/ });
    this.ledger = page.getByRole("region", { name: /^All evidence/ });
  }

  /** Opens the page with all evidence on a zone, fact by fact. */
  async openEvidence(slug: string, search = ""): Promise<void> {
    await this.open(`${slug}/evidence`, search);
  }

  /** Opens every folded part of the page. */
  async unfoldAll(): Promise<void> {
    const folded = this.page.locator("main details:not([open]) > summary:visible");
    while ((await folded.count()) > 0) await folded.first().click();
  }

  async open(slug: string, search = ""): Promise<void> {
    await this.page.goto(`/zones/${slug}${search}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Waits until the scripts have loaded, so that a value opens its evidence beside it. */
  async answers(): Promise<void> {
    await this.page.waitForLoadState("networkidle");
  }

  /** A part of the page by how its title begins. */
  part(title: string): Locator {
    return this.page.getByRole("region", { name: new RegExp(`^${title}`) });
  }

  /** The values of a field that lead to their evidence, anywhere on the page. */
  values(field: FieldKey): Locator {
    return this.page.getByRole("main").getByRole("link", {
      name: new RegExp(`, ${fieldSpec(field).label}$`),
    });
  }

  /** Opens the folded part with a field's value, where the page shows the value nowhere else. */
  private async unfold(field: FieldKey): Promise<void> {
    if ((await this.values(field).count()) > 0) return;
    const folded = this.page
      .getByRole("main")
      .locator(`a[href$="#ledger-${field}"], a[href$="-${field}"][href*="#ledger-"]`)
      .first();
    await folded.locator("xpath=ancestor::details[not(@open)]/summary").first().click();
  }

  /** Presses a value with the mouse on its visible part; the name of its field is for screen readers only. */
  async press(value: Locator): Promise<void> {
    await value.scrollIntoViewIfNeeded();
    const at = await value.evaluate((element) => {
      const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
      return { x: left + width - Math.min(8, width / 2), y: top + height / 2 };
    });
    await this.page.mouse.click(at.x, at.y);
  }

  /**
   * Opens the evidence of a value. Repeats until it opens: before the scripts have loaded, the link
   * leads to the ledger, which is right too.
   */
  async ask(field: FieldKey, how: "mouse" | "Enter" | "Space" = "mouse"): Promise<Locator> {
    await this.unfold(field);
    const value = this.values(field).first();
    await expect(async () => {
      if (how === "mouse") await this.press(value);
      else await value.press(how);
      await expect(this.answer).toBeVisible({ timeout: 2000 });
    }).toPass();
    return value;
  }

  /** Headings of the visible fields in the ledger. */
  async fieldsInLedger(): Promise<string[]> {
    const headings = this.ledger.getByRole("heading", { level: 3 });
    return await headings.filter({ visible: true }).allInnerTexts();
  }
}
