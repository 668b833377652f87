import { expect, type Locator, type Page } from "@playwright/test";
import { type FieldKey, fieldSpec } from "../../../lib/catalogue/fields";

/** The status form as analysts use it. */
export class DeskDriver {
  constructor(readonly page: Page) {}

  /** Opens the form of a zone and waits until it answers. */
  async open(slug: string): Promise<void> {
    await this.page.goto(`/admin/zones/${slug}/edit`);
    await this.answers();
  }

  async answers(): Promise<void> {
    // The form is drawn on the server and answers once its scripts have come.
    await expect(async () => {
      await this.page.getByLabel("Search sources").fill("a");
      await expect(this.page.getByRole("list", { name: "Sources found" })).toBeVisible({
        timeout: 500,
      });
    }).toPass();
    await this.page.getByLabel("Search sources").fill("");
  }

  /** Takes the first source that has these words. The focus moves a frame later, and would close a list that is open then. */
  async pickSource(words: string): Promise<void> {
    await this.page.getByLabel("Search sources").fill(words);
    await this.page
      .getByRole("list", { name: "Sources found" })
      .getByRole("button")
      .first()
      .click();
    await expect(this.page.getByRole("button", { name: "Choose another source" })).toBeFocused();
  }

  /** The part of the form that is about one field. */
  item(field: FieldKey): Locator {
    return this.page.getByRole("region", { name: fieldSpec(field).label, exact: true });
  }

  /** Adds a claim on a field. */
  async claim(field: FieldKey, value: string): Promise<Locator> {
    await this.page.getByLabel("Add a report").fill(fieldSpec(field).label);
    await this.page.getByRole("option").first().waitFor();
    await this.page.keyboard.press("Enter");
    const item = this.item(field);
    await expect(item.locator(":focus")).toBeVisible();
    const input = item.getByLabel("Value", { exact: true });
    if ((await input.evaluate((element) => element.tagName)) === "SELECT")
      await input.selectOption(value);
    else await input.fill(value);
    return item;
  }

  /** Adds a claim on a field, of a month and with a summary, from the first source that has these words. */
  async fillReport(
    field: FieldKey,
    value: string,
    {
      source = "geonames",
      asOf = "2026-10",
      note,
    }: { source?: string; asOf?: string; note: string },
  ): Promise<Locator> {
    await this.pickSource(source);
    const item = await this.claim(field, value);
    await item.getByLabel("As of").fill(asOf);
    await item.getByLabel("Summary in your words").fill(note);
    return item;
  }

  get record(): Locator {
    return this.page.getByRole("button", { name: /^Record/ });
  }

  /** Why it was not recorded. */
  get failure(): Locator {
    return this.changes.getByRole("alert");
  }

  /** What recording would change. */
  get changes(): Locator {
    return this.page.getByRole("complementary", { name: "What will change" });
  }

  get recorded(): Locator {
    return this.page.getByText(/^(The report is|\d+ reports are) recorded\./);
  }
}
