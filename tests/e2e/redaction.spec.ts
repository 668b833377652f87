import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { makeAccount, signIn } from "./support/accounts";
import { test } from "./support/test";
import { recordClaim } from "./support/write-by-api";

test("two reviewers remove a note, and the page of the zone says so", async ({
  page,
  browser,
  baseURL,
}) => {
  const first = await makeAccount("reviewer", "Rania Reviewer");
  const second = await makeAccount("reviewer", "Sami Reviewer");
  const secret = `Call Mr X at 0300 ${randomUUID()}`;
  await signIn(page, first, "/admin/zones");
  const { id } = await recordClaim(page, {
    ...{ zone: "oborcon-industrial-zone", field: "water", value: "planned", note: secret },
  });

  await page.goto(`/admin/claims/${id}`);
  await page.getByRole("link", { name: "Ask to remove a text of this report" }).click();
  await page.getByRole("radio", { name: secret }).check();
  await page.getByLabel("Reason", { exact: true }).selectOption({ label: "Personal data" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ask for removal" }).click();
  const request = page.getByRole("listitem").filter({ hasText: secret });
  await expect(request).toContainText("Another reviewer or admin has to confirm it.");
  await expect(request.getByRole("button", { name: "Remove…" })).toHaveCount(0);

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = await other.newPage();
  await signIn(theirs, second, "/admin/history?tab=removed");
  await expectNoSidewaysScroll(theirs);
  await theirs
    .getByRole("listitem")
    .filter({ hasText: secret })
    .getByRole("button", { name: "Remove…" })
    .click();
  const dialog = theirs.getByRole("dialog", { name: "Remove this text permanently?" });
  await expect(dialog).toContainText(secret);
  await expect(dialog).toContainText("This cannot be undone");
  await expectAccessible(theirs);
  await dialog.getByRole("button", { name: "Remove permanently" }).click();
  // A release that another test makes at the same time can have it too.
  await expect(theirs.getByText(/^Text removed from \d+ places?$/)).toBeVisible();
  await expect(theirs.getByText(secret)).toHaveCount(0);
  await expect(theirs.getByText("confirmed by Sami Reviewer").first()).toBeVisible();
  await other.close();

  await page.goto(`/admin/claims/${id}`);
  const report = page.getByRole("region", { name: "The report" });
  await expect(
    report.getByText(/^This text was removed on \d+ \w+ \d{4} \(personal data\)\.$/),
  ).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  const claims = await (
    await page.request.get("/api/v1/zones/oborcon-industrial-zone/claims")
  ).text();
  expect(claims).not.toContain(secret);
});
