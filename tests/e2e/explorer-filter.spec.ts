import { expect } from "@playwright/test";
import { query, scopeCounts, zonesInDatabase } from "./support/database";
import { test } from "./support/test";

/** Filters with their columns. */
const COUNTED = [
  ["status", "status"],
  ["province", "province"],
  ["legalStatus", "legal_status"],
  ["cohort", "cohort"],
] as const;

test("the switch counts each scope as PostgreSQL does, and a dialog explains the counts", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  const counts = await scopeCounts();
  expect(counts).toEqual({
    announced: 44,
    evidenced: 35,
    "cpec-nine": 9,
    "priority-four": 4,
    all: 51,
  });
  for (const [scope, words] of [
    ["evidenced", /Approval confirmed 35/],
    ["cpec-nine", /CPEC 9/],
    ["priority-four", /Priority 4/],
    ["all", /All tracked 51/],
    ["announced", /Announced 44/],
  ] as const) {
    await explorer.scope(words).check();
    await explorer.expectZonesOnMapToo(await zonesInDatabase("true", { scope }));
    await explorer.expectUrl(scope === "announced" ? {} : { scope });
  }
  await page.getByRole("link", { name: "How we count zones" }).click();
  await expect(page).toHaveURL(/\/method#scopes$/);
  await expect(page.locator("#scopes")).toContainText(
    "35 and 9 make 44, but that is only arithmetic",
  );
});

test("a candidate is never shown as approved", async ({ explorer }) => {
  await explorer.open();
  const candidates = await zonesInDatabase(
    "candidate_for_remainder and cohort not in ('original-7', 'added-37')",
  );
  expect(candidates).toHaveLength(9);
  for (const slug of candidates) {
    const row = explorer.row(slug);
    await expect(row).toContainText("approval not confirmed");
    await expect(row).not.toContainText(/Approved|Notified|Developer contracted/);
    await expect(explorer.marker(slug)).toHaveAccessibleName(/candidate, approval not confirmed/);
  }
  await explorer.funnels.getByRole("button", { name: /^Approved/ }).click();
  const approved = await zonesInDatabase(
    "legal_status in ('approved', 'notified', 'developer-bound')",
  );
  expect(approved.filter((slug) => candidates.includes(slug))).toEqual([]);
  await explorer.expectZones(approved);
});

test.describe("in the list", () => {
  test.use({ drawsMaps: false });

  test("readiness at least N, certainly and possibly, matches PostgreSQL", async ({ explorer }) => {
    await explorer.open();
    const certainly = (least: number) => zonesInDatabase(`readiness_low >= ${least}`);
    const possibly = (least: number) => zonesInDatabase(`readiness_high >= ${least}`);
    for (const least of [50, 30]) {
      await explorer.atLeast(least);
      await explorer.expectZones(await certainly(least));
      expect(await explorer.countOfReading("Certainly")).toBe((await certainly(least)).length);
      expect(await explorer.countOfReading("Possibly")).toBe((await possibly(least)).length);
    }
    await explorer.expectUrl({ readinessMin: "30" });
    await explorer.atLeast(90);
    await explorer.readAs("Possibly");
    await explorer.expectZones(await possibly(90));
    await explorer.expectUrl({ readinessMin: "90", readinessMode: "possibly" });
    expect(await explorer.conditions()).toEqual(["Readiness possibly at least 90"]);
    await explorer.atLeast(0);
    await explorer.expectZones(await zonesInDatabase());
  });

  test("no zone is certainly ready to 60 today, and the page offers to remove the filter", async ({
    page,
    explorer,
  }) => {
    expect(await zonesInDatabase("readiness_low >= 60")).toEqual([]);
    await explorer.open("?readinessMin=60");
    await expect(explorer.headline).toContainText(
      /^0 of 44 zones: readiness certainly at least 60/,
    );
    await expect(page.getByText("No matching zones").first()).toBeVisible();
    await page.getByRole("button", { name: /^Readiness certainly at least 60 shows 44/ }).click();
    await explorer.expectZones(await zonesInDatabase());
  });

  test("each value has the count of PostgreSQL, unknown included", async ({ explorer }) => {
    await explorer.open("?scope=all");
    for (const [key, column] of COUNTED) {
      const counts = await query(
        `select coalesce(${column}, 'unknown') as value, count(*)::int as count
       from zone where in_registry group by 1`,
      );
      for (const { value, count } of counts) {
        expect(await explorer.countOf(key, String(value)), `${key}: ${value}`).toBe(count);
      }
      if (!counts.some(({ value }) => value === "unknown")) {
        expect(await explorer.countOf(key, "unknown")).toBe(0);
      }
    }
  });

  test("values of one filter add up, filters narrow each other, and each can be removed", async ({
    page,
    explorer,
  }) => {
    await explorer.open();
    await explorer.filterBy("province", "sindh");
    await explorer.filterBy("province", "balochistan");
    const south = "province in ('sindh', 'balochistan')";
    await explorer.expectZones(await zonesInDatabase(south));
    // A filter's own counts are those under all the others.
    expect(await explorer.countOf("province", "punjab")).toBe(
      (await zonesInDatabase("province = 'punjab'")).length,
    );
    expect(await explorer.countOf("status", "unknown")).toBe(
      (await zonesInDatabase(`${south} and status is null`)).length,
    );
    await explorer.filterBy("status", "unknown");
    await explorer.expectZones(await zonesInDatabase(`${south} and status is null`));
    await explorer.expectUrl({ province: "sindh,balochistan", status: "unknown" });
    expect(await explorer.conditions()).toEqual(
      expect.arrayContaining(["Progress on site: unknown", expect.stringMatching(/Sindh or Bal/)]),
    );
    await page.getByRole("button", { name: /^Remove filter: Progress on site/ }).click();
    await explorer.expectZones(await zonesInDatabase(south));
    await explorer.clear();
    await explorer.expectZones(await zonesInDatabase());
    await explorer.expectUrl({});
  });

  test("the other filters are in groups: a vocabulary, a flag and a range", async ({
    page,
    explorer,
  }) => {
    await explorer.open();
    await explorer.filterBy("electricity", "unknown");
    await explorer.expectZones(await zonesInDatabase("electricity is null"));
    await explorer.filterBy("electricity", "partial");
    await explorer.expectZones(
      await zonesInDatabase("electricity is null or electricity = 'partial'"),
    );
    await explorer.clear();
    await explorer.filterBy("preExistingEstate", "true");
    await explorer.expectZones(await zonesInDatabase("pre_existing_estate"));
    await explorer.clear();

    const area = await explorer.facet("areaAcres");
    const least = area.getByRole("textbox", { name: /at least$/ });
    const most = area.getByRole("textbox", { name: /at most$/ });
    await least.fill("100");
    await most.fill("1000");
    await most.press("Enter");
    await explorer.expectZones(await zonesInDatabase("area_acres between 100 and 1000"));
    await explorer.filterBy("areaAcres", "unknown");
    await explorer.expectZones(
      await zonesInDatabase("area_acres between 100 and 1000 or area_acres is null"),
    );
    await explorer.expectUrl({ areaAcres: "100..1000,unknown" });
    await most.fill("12");
    await most.press("Enter");
    await expect(most).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(/12/).last()).toBeVisible();
    await explorer.expectUrl({ areaAcres: "100..1000,unknown" });
  });

  test("a step in law filters by at or beyond it, and a standing by itself", async ({
    explorer,
  }) => {
    await explorer.open();
    const rungs = [
      ["Approved", "legal_status in ('approved', 'notified', 'developer-bound')"],
      ["Notified", "legal_status in ('notified', 'developer-bound')"],
      ["Being built", "status in ('under-development', 'serviced')"],
      ["Not started", "status = 'not-started'"],
    ] as const;
    for (const [rung, condition] of rungs) {
      const zones = await zonesInDatabase(condition);
      const step = explorer.funnels.getByRole("button", { name: new RegExp(`^${rung}`) });
      await expect(step).toContainText(String(zones.length));
      await step.click();
      await explorer.expectZones(zones);
      await expect(step).toHaveAttribute("aria-pressed", "true");
      await explorer.clear();
      // The pointer rests on a value now, whose evidence covers the figures.
      await explorer.headline.hover();
    }
    await explorer.funnels.getByRole("button", { name: "19 unknown", exact: true }).click();
    await explorer.expectZones(await zonesInDatabase("status is null"));
  });

  test("text finds names, places and firms, also with a typing error", async ({
    page,
    explorer,
  }) => {
    await explorer.open();
    for (const typed of ["rashaki", "RASHAKÁI", "rashakai economic"]) {
      await explorer.search.fill(typed);
      await explorer.expectZones(["rashakai-sez"]);
    }
    await expect.poll(() => explorer.readUrl()).toEqual({ q: "rashakai economic" });
    await explorer.search.press("Escape");
    await explorer.expectZones(await zonesInDatabase());
    await explorer.search.fill("century steel");
    const firms = await query(
      `select distinct t.zone_slug as slug from tenancy t join firm f on f.id = t.firm_id
     where f.name ilike '%century steel%'`,
    );
    await explorer.expectZones(firms.map(({ slug }) => String(slug)));
    await page.getByRole("button", { name: "Clear search" }).click();
    await explorer.expectZones(await zonesInDatabase());
    await expect(explorer.search).toBeFocused();
  });
});
