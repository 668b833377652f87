import { expect } from "@playwright/test";
import { CHANGE_TOPICS } from "../../lib/changes/change-kinds";
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
  await page.getByText("Other dates and filters").click();
  await page.getByRole("combobox", { name: "Province" }).selectOption({ label: "Sindh" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/province=sindh/);
  const { data, meta } = (await (
    await request.get("/api/v1/changes?from=2020-01-01&to=2021-12-31&province=sindh&limit=1000")
  ).json()) as Answer;
  expect(meta.matched).toBeGreaterThan(50);
  for (const [topic, kinds] of Object.entries(CHANGE_TOPICS)) {
    const count = data.filter(({ kind }) => kinds.some((one) => one === kind)).length;
    const part = page.locator(`section#${topic}`);
    if (count === 0) await expect(part).toHaveCount(0);
    else await expect(part.getByRole("heading", { level: 2 })).toContainText(` ${count}`);
  }
  await expect(page.locator("meta[name=description]")).toHaveAttribute(
    "content",
    (await page.locator("main header > div").first().textContent()) ?? "",
  );
  await page.goto("/changes?from=2020-01-01&to=2021-12-31&province=sindh&kind=went-silent");
  await expect(page.locator("section#silent")).toBeVisible();
  await expect(page.locator("section#happened")).toHaveCount(0);
});

test("news are latest first, and what happened is apart from what became known", async ({
  page,
}) => {
  await page.goto("/changes?from=2023-12-31&to=2026-11-24");
  const days = await page
    .locator("section#happened time")
    .evaluateAll((all) => all.map((one) => one.getAttribute("datetime") ?? ""));
  expect(days.length).toBeGreaterThan(5);
  expect(days).toEqual([...new Set(days)].sort().reverse());
  await expect(page.locator("section#happened")).not.toContainText("is now known");
  await page.getByRole("link", { name: /^Changes in what we know: \d/ }).click();
  await expect(page.locator("section#known")).toBeInViewport();
});

test("every feed is found from the page, with its filter, and Atom and JSON are the same", async ({
  page,
  request,
}) => {
  await page.goto("/changes?province=sindh");
  const links = await page
    .locator("link[rel=alternate][type*='atom+xml'], link[rel=alternate][type*='feed+json']")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  expect(links.map((href) => new URL(href).pathname + new URL(href).search)).toEqual([
    "/api/v1/changes.atom?province=sindh",
    "/api/v1/changes.json?province=sindh",
  ]);
  const [atom = "", json = ""] = await Promise.all(
    links.map(async (href) => (await request.get(new URL(href).pathname)).text()),
  );
  const ids = (JSON.parse(json) as { items: { id: string }[] }).items.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(50);
  expect([...atom.matchAll(/<entry>\s*<id>([^<]+)/g)].map(([, id]) => id)).toEqual(ids);
  for (const path of ["/", "/about", "/search", "/zones/rashakai-sez"]) {
    await page.goto(path);
    await expect(page.locator("link[rel=alternate][type*='feed+json']")).toHaveCount(1);
  }
});

test("a change opens its evidence, and links to it on the zone's page", async ({
  page,
  zonePage,
}) => {
  await page.goto("/changes?from=2025-11-25&to=2026-11-24&kind=moved-up");
  await zonePage.answers();
  await page
    .locator("section#happened")
    .getByRole("link", { name: "Plots demarcated", exact: true })
    .first()
    .click();
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL(/\/zones\/bahawalpur-industrial-estate.*plotDemarcation/);
  await expect(page.getByText(/Plots demarcated/).first()).toBeVisible();
});

test("the summary of a quarter has a permanent link and prints without its form", async ({
  page,
  request,
}) => {
  await page.goto("/changes");
  await page.getByRole("link", { name: "Q1 2026", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/first quarter of 2026/i);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Other dates and filters")).toBeHidden();
  const address = await page.getByText(/knownOn=r\d+-[0-9a-f]{8}/).textContent();
  const [, pinned] = /(\/changes\?\S+)/.exec(address ?? "") ?? [];
  expect((await request.get(pinned ?? "/no-such-page")).status()).toBe(200);
});

test("days in the wrong order show what is wrong with the link", async ({ page, troubles }) => {
  troubles.expectAt("/changes");
  await page.goto("/changes?from=2026-01-01&to=2020-01-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has a mistake");
});
