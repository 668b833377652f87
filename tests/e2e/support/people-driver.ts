import { expect, type Locator, type Page } from "@playwright/test";

/** The people page, as an admin uses it. */
export class PeopleDriver {
  constructor(private readonly page: Page) {}

  /** The dialog that is open. */
  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** Types the admin's own password, which confirms the change of the open dialog. */
  async confirm(password: string): Promise<void> {
    await this.dialog.getByRole("textbox", { name: "Your own password" }).fill(password);
  }

  /** Somebody in the list. */
  item(name: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: name });
  }

  /**
   * Fills in the form for a new person and sends it.
   * @param ownPassword of the admin
   * @returns the form's dialog
   */
  async add(
    person: { name: string; email: string; role: string },
    ownPassword: string,
  ): Promise<Locator> {
    await this.page.getByRole("button", { name: "Add a person" }).click();
    await this.dialog.getByLabel("Name").fill(person.name);
    await this.dialog.getByLabel("E-mail").fill(person.email);
    await this.dialog.getByRole("radio", { name: new RegExp(`^${person.role}`) }).check();
    await this.confirm(ownPassword);
    await this.dialog.getByRole("button", { name: "Add", exact: true }).click();
    return this.dialog;
  }

  /** The one-time link that is shown once. */
  async linkFor(name: string): Promise<string> {
    const field = this.dialog.getByLabel(`Link for ${name}`);
    await expect(field).toBeVisible();
    return field.inputValue();
  }

  /** Opens one of the things that can be done about somebody. */
  async manage(name: string, act: string): Promise<void> {
    await expect(this.dialog).toHaveCount(0);
    await this.page.getByRole("button", { name: `Manage ${name}` }).click();
    await this.page.getByRole("menuitem", { name: act }).click();
    await expect(this.dialog).toBeVisible();
  }
}
