import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { newClaim } from "../support/new-claim";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { makeAccount, signIn } from "./support/accounts";
import { query } from "./support/database";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";
import { recordClaim } from "./support/write-by-api";

test("a token is made, used by a program and revoked", async ({ page, baseURL }) => {
  const analyst = await makeAccount("analyst", "Tariq Token");
  await signIn(page, analyst, "/admin/tokens");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Make token" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Monthly import");
  await page.getByRole("checkbox", { name: /^Record / }).check();
  await page.getByRole("textbox", { name: "Your own password" }).fill(analyst.password);
  await page.getByRole("button", { name: "Make token" }).click();
  const token = await page.getByText(/^sezt_/).textContent();
  expect(token).toMatch(/^sezt_[\w-]{43}$/);
  await expectAccessible(page);

  const claims = [newClaim({ zone: "ombre-sesez", field: "jobs", value: 71 })];
  const send = () =>
    fetch(`${baseURL}/api/v1/claims`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ claims }),
    });
  expect((await send()).status).toBe(201);
  await page.reload();
  await expect(page.getByText(/^sezt_/)).toHaveCount(0);
  await expect(page.getByText(/Last used on/)).toBeVisible();
  await page.getByRole("button", { name: "Revoke Monthly import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke token" }).click();
  await expect(page.getByText("Token Monthly import revoked")).toBeVisible();
  const refused = await send();
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: "token-invalid" });
});

test("claims that wait are returned, mended and accepted with a change", async ({
  page,
  browser,
  baseURL,
}) => {
  const analyst = await makeAccount("analyst", "Amna Analyst");
  const reviewer = await makeAccount("reviewer", "Rashid Reviewer");
  const claim = newClaim({
    zone: "hub-sez",
    field: "jobs",
    value: 640,
    asOf: "2026-11-02",
    note: `Waits ${randomUUID()}`,
    quotation: { text: "640 people work there", lang: "en" },
  });
  const [author] = await query(`select id from "user" where email = '${analyst.email}'`);
  // As with REVIEW_REQUIRED, which this server does not have.
  await query(
    `insert into submission (id, author_id, author_name, request)
     values ('${claim.id}', '${author?.id}', 'Amna Analyst', '${JSON.stringify({ claims: [claim] })}')`,
  );
  await query(
    `insert into submission_step (submission_id, actor_id, actor_name, kind)
     values ('${claim.id}', '${author?.id}', 'Amna Analyst', 'sent')`,
  );
  await signIn(page, reviewer, "/admin/work?tab=review");
  await expectAccessible(page);
  const link = page.locator(`a[href="/admin/work/review/${claim.id}"]`);
  await expect(link).toHaveText(/^1 report on Hub/);
  await link.click();
  await expect(page.getByText("640 people work there")).toBeVisible();
  await expect(page.getByRole("heading", { name: /What will change on Hub/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Return" }).click();
  await expect(page.getByText("Say what is missing or wrong.")).toBeVisible();
  await page.getByLabel("Comment for Amna Analyst").fill("Which month is it?");
  await page.getByRole("button", { name: "Return" }).click();
  await expect(page.getByText("Returned to the author")).toBeVisible();

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const theirs = await other.newPage();
  await signIn(theirs, analyst, `/admin/work/review/${claim.id}`);
  await expect(theirs.getByText("Which month is it?")).toBeVisible();
  await theirs.getByRole("button", { name: "Change", exact: true }).click();
  await theirs.getByLabel("Day", { exact: true }).fill("2026-10");
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "Send again" }).click();
  await expect(theirs.getByText("Sent again", { exact: true }).first()).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByLabel("Value", { exact: true }).fill("650");
  await expect(page.getByText("Sent as 640")).toBeVisible();
  await page.getByRole("button", { name: "Accept with changes" }).click();
  await expect(page.getByText("Changed by the reviewer")).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByText(/sent as 640.*, recorded as 650/)).toBeVisible();
  await expectAccessible(theirs);
  await other.close();
  expect(
    await query(
      `select r.author, c.value from claim c join revision r on r.id = c.revision_id where c.id = '${claim.id}'`,
    ),
  ).toEqual([{ author: "Amna Analyst", value: 650 }]);
});

test("a withdrawal shows what it changes, and is undone and redone from the own history", async ({
  page,
}) => {
  const reviewer = await makeAccount("reviewer", "Uzma Undo");
  await signIn(page, reviewer, "/admin/zones");
  const value = forThisTry(88, 89);
  const claim = await recordClaim(page, { zone: "vehari-industrial-estate", field: "jobs", value });
  await page.goto("/zones/vehari-industrial-estate/evidence");
  await page.locator(`a[href="/admin/claims/${claim.id}"]`).click();
  await page.getByRole("radio", { name: /^Withdraw it/ }).check();
  const changes = page.getByRole("complementary", { name: "What will change" });
  await expect(changes).toContainText(String(value));
  await expect(changes).toContainText("Headline of the home page");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Reason" }).fill("A typing error.");
  await page.getByRole("button", { name: "Record decision" }).click();
  await expect(page.getByText("Decision recorded")).toBeVisible();

  const jobs = async () =>
    (await query("select jobs from zone where slug = 'vehari-industrial-estate'"))[0]?.jobs;
  expect(await jobs()).not.toBe(value);
  await page.goto("/admin/history");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page
    .getByRole("button", { name: /^Undo revision/ })
    .first()
    .click();
  await expect(page.getByText(/^Undone in revision \d+$/)).toBeVisible();
  expect(await jobs()).toBe(value);
  await page.getByRole("button", { name: /^Redo revision/ }).click();
  await expect(page.getByText(/^Made again in revision \d+$/)).toBeVisible();
  expect(await jobs()).not.toBe(value);
});
