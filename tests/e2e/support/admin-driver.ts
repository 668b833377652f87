import { expect, type Locator, type Page } from "@playwright/test";
import { type FieldKey, fieldSpec } from "../../../lib/catalogue/fields";

/** The sheet of a zone as analysts use it. */
export class DeskDriver {
  constructor(readonly page: Page) {}

  /** Opens the sheet of a zone and waits until it answers. */
  async open(slug: string): Promise<void> {
    await this.page.goto(`/admin/zones/${slug}/edit`);
    await this.answers();
  }

  /** The sheet is drawn on the server and answers once its scripts have come. */
  async answers(): Promise<void> {
    await expect(this.page.getByRole("searchbox", { name: "Find a value" })).toBeEnabled();
  }

  /** The row of a value of the zone that is not open. */
  row(field: FieldKey): Locator {
    return this.page.locator(`[data-row=".${field}"]`);
  }

  /** The button that opens a value of the zone in place. */
  pencil(field: FieldKey): Locator {
    const name = `Change ${fieldSpec(field).label}`;
    return this.page.getByRole("button", { name, exact: true });
  }

  /** The open value of one field. */
  item(field: FieldKey): Locator {
    return this.page.getByRole("region", { name: fieldSpec(field).label, exact: true });
  }

  /** Opens a value and picks or types another. */
  async claim(field: FieldKey, value: string): Promise<Locator> {
    await this.pencil(field).click();
    const item = this.item(field);
    await expect(item.locator(":focus")).toBeVisible();
    const listed = item.locator(`[data-value="${value}"]`);
    if ((await listed.count()) > 0) await listed.click();
    else await item.getByRole("textbox", { name: "Value" }).fill(value);
    return item;
  }

  /** Takes the first source that has these words. */
  async pickSource(words: string): Promise<void> {
    const search = this.page.getByLabel("Search sources");
    const other = this.page.getByRole("button", { name: "Choose another source" });
    await expect(search.or(other)).toBeVisible();
    if (await other.isVisible()) await other.click();
    await search.fill(words);
    await this.page
      .getByRole("list", { name: "Sources found" })
      .getByRole("button")
      .first()
      .click();
    await expect(other).toBeVisible();
    await expect(this.page.locator(":is(input, textarea):focus")).toBeVisible();
  }

  /** Changes a value as of a month and with a summary, from the first source that has these words. */
  async fillReport(
    field: FieldKey,
    value: string,
    {
      source = "geonames",
      asOf = "2026-10",
      note,
    }: { source?: string; asOf?: string; note: string },
  ): Promise<Locator> {
    const item = await this.claim(field, value);
    await this.pickSource(source);
    await item.getByLabel(/^Day/).fill(asOf);
    const summary = item.getByLabel(/^Summary in your words/);
    if (!(await summary.isVisible()))
      await item.getByRole("button", { name: "Write a summary of your own" }).click();
    await summary.fill(note);
    return item;
  }

  get record(): Locator {
    return this.page.getByRole("button", { name: /^(Record|Send) \d+ change/ });
  }

  /** Why it was not recorded. */
  get failure(): Locator {
    return this.changes.getByRole("alert");
  }

  /** What recording would change, and what is missing. */
  get changes(): Locator {
    return this.page.getByRole("complementary", { name: "What will change" });
  }

  get recorded(): Locator {
    return this.page.getByText(/^(The report is|\d+ reports are) recorded\./);
  }
}
