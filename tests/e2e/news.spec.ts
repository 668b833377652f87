import { expect } from "@playwright/test";
import { CHANGE_TOPICS } from "../../lib/changes/change-kinds";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { query } from "./support/database";
import { saveFigure } from "./support/figure-driver";
import { test } from "./support/test";

test.use({ drawsMaps: false });

/** How many events PostgreSQL finds. */
async function eventsInDatabase(condition: string): Promise<number> {
  const [row] = await query(`select count(*) as count from event where ${condition}`);
  return Number(row?.count);
}

test.describe("what happened", () => {
  test("counts the events that PostgreSQL counts, by kind and by day", async ({ page }) => {
    const security = await eventsInDatabase("kind = 'security'");
    const first = await eventsInDatabase("kind = 'security' and date < '2024-06'");
    expect(first).toBeLessThan(security);
    await page.goto("/news?scope=all");
    await page.getByLabel("Kind", { exact: true }).selectOption("security");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/kind=security/);
    await expect(page.getByText(new RegExp(`^${security} entr(y is|ies are) `))).toBeVisible();
    await page.goto("/news?scope=all&kind=security&asOf=2024-05-31");
    await expect(page.getByText(new RegExp(`^${first} entr(y is|ies are) `))).toBeVisible();
  });

  test("of 2026 holds the announcement of 44 zones, is latest first, and nothing of it only became known", async ({
    page,
  }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "News", exact: true }).first().click();
    await expect(page).toHaveURL("/news");
    const year = page.getByRole("region", { name: "2026", exact: true });
    const announced = year.getByRole("listitem").filter({ hasText: "44 approved zones" });
    await expect(announced).toContainText("16 Jan 2026");
    await page.getByLabel("Year", { exact: true }).selectOption("2026");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/year=2026/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^2026: .*, no setback, no missed target date$/,
    );
    await expect(announced).toBeVisible();
    const days = await page
      .locator(".news-row > time")
      .evaluateAll((all) => all.map((one) => one.getAttribute("datetime") ?? ""));
    expect(days.length).toBeGreaterThan(8);
    expect(days).toEqual([...days].sort().reverse());
    expect(days.every((day) => day.startsWith("2026"))).toBe(true);
    await expect(year).not.toContainText("is now known");
    await expect(year).not.toContainText("Last searched");
  });

  test("has missed targets with their due date, what was reported and who reported it", async ({
    page,
  }) => {
    await page.goto("/news?kind=target&zones=dhabeji-sez");
    const missed = page.locator(".news-row").filter({ hasText: "Full electricity due Dec" });
    await expect(missed).toContainText(/Target: Missed.*Dhabeji.*missed, .* overdue: reported as/);
    await expect(missed.locator(".news-source a")).toHaveAttribute("href", /^\/sources\//);
    await expect(page.getByRole("region", { name: /^Of \d+ target dates/ })).toContainText(
      /were missed/,
    );
  });

  test("leads from a zone to what happened there, and from a change to its evidence", async ({
    page,
    zonePage,
  }) => {
    await page.goto("/zones/dhabeji-sez");
    await page.getByRole("link", { name: "Show them with the zone’s values" }).click();
    await expect(page).toHaveURL(/\/news\?zones=dhabeji-sez$/);
    await expect(page.getByText(/are recorded for Dhabeji up to/)).toBeVisible();
    await zonePage.answers();
    await page.getByRole("link", { name: "Electricity", exact: true }).first().click();
    await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
    await expect(page).toHaveURL(/\/zones\/dhabeji-sez\/evidence#ledger-electricity$/);
  });

  test("has a column of its data for each kind, and a year leads to its entries", async ({
    page,
  }) => {
    await page.goto("/news");
    const figure = page.getByRole("figure", { name: /^20\d\d had the most steps forward/ });
    const lines = await saveFigure(figure);
    expect(lines[0]).toMatch(/^year,policy,approval,.*,progress,setback,target,other$/);
    const last = lines.at(-1)?.split(",") ?? [];
    const year = last[0] ?? "";
    const events = last.slice(1, 8).reduce((sum, count) => sum + Number(count), 0);
    await figure.getByRole("link", { name: new RegExp(`^${year}: ${events} events?,`) }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`#y${year}$`));
    await expect(page.getByRole("region", { name: year, exact: true })).toBeInViewport();
  });

  test("says in words what it cannot read", async ({ page }) => {
    await page.goto("/news?kind=foo");
    await expect(page.getByRole("main")).toContainText("kind=foo");
    await expect(page.getByRole("main")).toContainText("“foo” is not allowed here");
  });
});

interface Answer {
  readonly data: readonly { readonly kind: string; readonly zone: string }[];
  readonly meta: { readonly matched: number };
}

test.describe("what we learned", () => {
  test("between two days, filtered by the form, is what the API answers", async ({
    page,
    request,
  }) => {
    await page.goto("/news?tab=learned&from=2020-01-01&to=2021-12-31");
    await page.getByLabel("Province").selectOption({ label: "Sindh" });
    await page.getByRole("button", { name: "Show", exact: true }).click();
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
    await page.goto(
      "/news?tab=learned&from=2020-01-01&to=2021-12-31&province=sindh&kind=went-silent",
    );
    await expect(page.locator("section#silent")).toBeVisible();
    await expect(page.locator("section#happened")).toHaveCount(0);
  });

  test("is the second tab, latest first, with silence apart", async ({ page }) => {
    await page.goto("/news");
    await page.getByRole("link", { name: "What we learned", exact: true }).click();
    await expect(page).toHaveURL(/tab=learned/);
    await page.goto("/news?tab=learned&from=2023-12-31&to=2026-11-24");
    const days = await page
      .locator("section#happened time")
      .evaluateAll((all) => all.map((one) => one.getAttribute("datetime") ?? ""));
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort().reverse());
    await expect(page.locator("section#happened")).not.toContainText("is now known");
    await page.getByRole("link", { name: /^No report for 2 years: \d/ }).click();
    await expect(page.locator("section#silent")).toBeInViewport();
  });

  test("leads from a change to its evidence on the zone’s page", async ({ page, zonePage }) => {
    await page.goto("/news?tab=learned&from=2025-11-25&to=2026-11-24&kind=moved-up");
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

  test("in a quarter has a permanent link and prints without its form", async ({
    page,
    request,
  }) => {
    await page.goto("/news?tab=learned");
    await page.getByRole("link", { name: "Q1 2026", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/first quarter of 2026: /i);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("form", { name: "Other dates and filters" })).toBeHidden();
    const address = await page.getByText(/knownOn=r\d+-[0-9a-f]{8}/).textContent();
    const [, pinned] = /(\/news\?\S+)/.exec(address ?? "") ?? [];
    expect((await request.get(pinned ?? "/no-such-page")).status()).toBe(200);
  });

  test("with days in the wrong order shows what is wrong with the link", async ({
    page,
    troubles,
  }) => {
    troubles.expectAt("/news");
    await page.goto("/news?tab=learned&from=2026-01-01&to=2020-01-01");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has a mistake");
  });
});

test("every feed is found from the page, with its filter, and Atom and JSON are the same", async ({
  page,
  request,
}) => {
  await page.goto("/news?province=sindh");
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

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("both tabs have their lists, and a form that asks for another page", async ({ page }) => {
    await page.goto("/news?year=2026");
    await expect(page.getByRole("listitem").filter({ hasText: "44 approved zones" })).toBeVisible();
    await page.getByLabel("Year", { exact: true }).selectOption("2025");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("2025: ");
    await page.getByRole("link", { name: "What we learned in 2025" }).click();
    await expect(page.locator("section#known .news-row").first()).toBeVisible();
  });
});

test("nothing is wrong for axe, and nothing scrolls sideways at any width", async ({ page }) => {
  for (const path of ["/news?year=2026", "/news?tab=learned", "/ur/news?kind=target"]) {
    await page.goto(path);
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
    await expectAccessible(page);
  }
});
