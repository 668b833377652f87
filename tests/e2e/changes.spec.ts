import { expect } from "@playwright/test";
import { test } from "./support/test";

test.use({ drawsMaps: false });

interface Answer {
  readonly data: readonly { readonly kind: string; readonly zone: string }[];
  readonly meta: { readonly matched: number };
}

test("changes between two days, filtered by the form, are those of the API", async ({
  page,
  request,
}) => {
  await page.goto("/changes?from=2020-01-01&to=2021-12-31");
  await page.getByRole("combobox", { name: "Province" }).selectOption({ label: "Sindh" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/province=sindh/);
  const { data, meta } = (await (
    await request.get("/api/v1/changes?from=2020-01-01&to=2021-12-31&province=sindh&limit=1000")
  ).json()) as Answer;
  expect(meta.matched).toBeGreaterThan(50);
  const kinds = [...new Set(data.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const part = page.locator(`section#${kind}`);
    const count = data.filter((change) => change.kind === kind).length;
    await expect(part.getByRole("heading", { level: 2 })).toContainText(String(count));
  }
  const [first] = data;
  await page.goto(`/changes?from=2020-01-01&to=2021-12-31&province=sindh&kind=${first?.kind}`);
  await expect(page.locator("main section[id]:has(ol)")).toHaveCount(1);
});

test("a change opens its evidence, and links to it on the zone's page", async ({
  page,
  zonePage,
}) => {
  await page.goto("/changes?from=2025-11-25&to=2026-11-24&kind=moved-up");
  await zonePage.answers();
  await page
    .locator("section#moved-up")
    .getByRole("link", { name: "Electricity", exact: true })
    .first()
    .click();
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL(/\/zones\/quaid-e-azam-apparel-park.*electricity/);
  await expect(page.getByText(/Electricity/).first()).toBeVisible();
});

test("the summary of a quarter has a permanent link and prints without its form", async ({
  page,
  request,
}) => {
  await page.goto("/changes");
  await page.getByRole("link", { name: "Q1 2026", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/first quarter of 2026/i);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("combobox", { name: "Province" })).toBeHidden();
  const address = await page.getByText(/knownOn=r\d+-[0-9a-f]{8}/).textContent();
  const [, pinned] = /(\/changes\?\S+)/.exec(address ?? "") ?? [];
  expect((await request.get(pinned ?? "/no-such-page")).status()).toBe(200);
});

test("days in the wrong order show what is wrong with the link", async ({ page, troubles }) => {
  troubles.expectAt("/changes");
  await page.goto("/changes?from=2026-01-01&to=2020-01-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has a mistake");
});
