import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { query, zonesInDatabase, zonesOfStanding } from "./support/database";
import { test } from "./support/test";

test.use({ drawsMaps: false });

/** The claims in use on the firms of the announced zones. */
const LIVE = `select c.* from claim c join zone z on z.slug = c.zone_slug
  where c.tenancy_id is not null and z.in_registry
    and (z.cohort in ('original-7', 'added-37') or z.candidate_for_remainder)
    and (select kind from decision where claim_id = c.id order by decision.id desc limit 1) in ('published', 'preferred')`;

/** The values of these firms: of each field the latest. */
const VALUES = `select distinct on (tenancy_id, field) tenancy_id, zone_slug, field, value from (${LIVE}) live
  order by tenancy_id, field, as_of || substr('-01-01', length(as_of) - 3) desc,
    array_position(array['low', 'medium', 'high'], confidence) desc, revision_id desc, id desc`;

/** A firm produces, and not by one origin's reports of low confidence alone. */
const PRODUCES = `value in ('"producing"', '"exporting"') and tenancy_id in (
  select tenancy_id from (${LIVE}) live where field = 'tenancyStage' and value in ('"producing"', '"exporting"')
  group by tenancy_id having bool_or(confidence <> 'low') or count(distinct origin) > 1)`;

const answer = (page: Page, question: string) => page.getByRole("region", { name: question });
const map = (page: Page) => page.getByRole("region", { name: "The zones on a map of Pakistan" });
const firmRows = (page: Page) =>
  page.getByRole("region", { name: "Firms", exact: true }).locator("tbody").getByRole("row");

test("the first answer counts the zones of PostgreSQL and leads to as many", async ({
  page,
  explorer,
}) => {
  const running = await zonesOfStanding("running");
  const reported = await zonesOfStanding("reported-running");
  const unknown = await zonesInDatabase("status is null");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("44 announced zones");
  const run = answer(page, "Which zones run");
  await expect(run).toContainText(`${running.length} of 44 zones run`);
  await expect(run).toContainText(`${reported.length} more were reported running`);
  await expect(run).toContainText(`Progress in ${unknown.length} is not known`);
  await run.getByRole("link").click();
  await explorer.answers();
  await explorer.expectZones(running);
});

test("the other answers count the firms of PostgreSQL and lead to as many", async ({ page }) => {
  const [counts] = await query(`with value as (${VALUES}), firm as (
    select tenancy_id, zone_slug,
      bool_or(field = 'ultimateOwnerNationality' and value <> 'null') as owner_known,
      bool_or(field in ('nationality', 'ultimateOwnerNationality', 'foreignEquityCountry') and value = '"CN"'
        or field = 'involvement' and value::text like '%:CN"%') as tied
    from value group by 1, 2)
    select count(*)::int as firms, count(*) filter (where tied)::int as tied,
      count(distinct zone_slug) filter (where tied)::int as zones,
      count(*) filter (where owner_known is not true)::int as unknown from firm`);
  const producing = await query(
    `select 1 from (${VALUES}) value where field = 'tenancyStage' and ${PRODUCES}`,
  );
  await page.goto("/");
  const invest = answer(page, "Who invests");
  await expect(invest).toContainText(`${producing.length} of ${counts?.firms} named firms`);
  await invest.getByRole("link").click();
  await expect(page.getByRole("main")).toContainText(
    `${producing.length} of ${counts?.firms} named firms were producing`,
  );
  await expect(firmRows(page)).toHaveCount(Number(counts?.firms));
  await page.goBack();
  const china = answer(page, "Dependence on China");
  await expect(china).toContainText(`${counts?.tied} firms in ${counts?.zones} zones`);
  await expect(china).toContainText(`For ${counts?.unknown} of ${counts?.firms} firms the owner`);
  await china.getByRole("link").click();
  await expect(firmRows(page)).toHaveCount(Number(counts?.tied));
});

test("the legend of the map counts the zones that its links lead to", async ({
  page,
  explorer,
}) => {
  await page.goto("/");
  const stopped = map(page).getByRole("link", { name: /^Stopped/ });
  const zones = await zonesOfStanding("stopped");
  await expect(stopped).toContainText(String(zones.length));
  await stopped.click();
  await explorer.answers();
  await explorer.expectZones(zones);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

  test("answers, map and news are in this order, on a phone too", async ({ page }) => {
    await page.goto("/");
    const parts = [
      answer(page, "Which zones run"),
      answer(page, "Who invests"),
      answer(page, "Dependence on China"),
      map(page),
      page.getByRole("region", { name: /^New/ }),
    ];
    const tops: number[] = [];
    for (const part of parts) tops.push((await part.boundingBox())?.y ?? Number.NaN);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    const names = await page
      .getByRole("main")
      .locator("section")
      .evaluateAll((all) =>
        all.map((one) => one.getAttribute("aria-labelledby") ?? one.getAttribute("aria-label")),
      );
    expect(names).toEqual(["run", "invest", "china", "The zones on a map of Pakistan", "news"]);
    const newest = await query(
      "select date from event order by date || substr('-01-01', length(date) - 3) desc limit 5",
    );
    const dates = await page
      .getByRole("region", { name: /^New/ })
      .locator("time")
      .evaluateAll((all) => all.map((time) => time.getAttribute("datetime")));
    expect(dates).toEqual(newest.map(({ date }) => date));
  });
});

test("the page has at most 180 words beside the map, and its answers are 22 to 36 px high", async ({
  page,
}) => {
  await page.goto("/");
  const words = await page.getByRole("main").evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    copy.querySelector(".home-map")?.remove();
    return (copy.textContent ?? "").split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  });
  expect(words).toBeLessThanOrEqual(180);
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    const sizes = await page
      .getByRole("main")
      .locator(".home-answer > h2 + p")
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(sizes).toHaveLength(3);
    for (const size of sizes) expect(size >= 22 && size <= 36, `${size} px`).toBe(true);
  }
});

const EARLIER = [
  ["/?province=sindh", "/zones?province=sindh"],
  ["/?asOf=2021-06-30&lang=ur", "/ur/zones?asOf=2021-06-30"],
  ["/overview", "/"],
  ["/overview?lang=zh", "/zh"],
  ["/overview?asOf=2020-12-31", "/zones?asOf=2020-12-31"],
  ["/overview?province=sindh", "/zones?province=sindh"],
  ["/gaps", "/readiness"],
  ["/ur/gaps?scope=all&asOf=2024-06-30", "/ur/readiness?scope=all&asOf=2024-06-30"],
  [
    "/gaps?province=sindh&knownOn=r1&powerPage=2",
    "/readiness?province=sindh&knownOn=r1&powerPage=2",
  ],
  ["/changes", "/news?tab=learned"],
  [
    "/changes?quarter=2025-Q4&zone=hub-sez&asOf=2026-11-30",
    "/news?tab=learned&quarter=2025-Q4&zones=hub-sez&asOf=2026-11-30",
  ],
  ["/zh/changes?from=r0&to=r1&kind=moved-up", "/zh/news?tab=learned&from=r0&to=r1&kind=moved-up"],
  ["/investors?owner=CN&asOf=2026-11-30", "/firms?owner=CN&asOf=2026-11-30"],
  ["/ur/investors/century-steel?asOf=2021-06-30", "/ur/firms/century-steel?asOf=2021-06-30"],
  ["/investors/century-steel?lang=zh", "/zh/firms/century-steel"],
  ["/dependence", "/firms?country=CN"],
  ["/zh/dependence?country=KR", "/zh/firms?country=KR"],
  ["/dependence?involvement=technology:KR", "/firms?involvement=technology:KR"],
  ["/events?asOf=2022-06-30", "/news?asOf=2022-06-30"],
  ["/ur/events?kind=policy&scope=all", "/ur/news?kind=policy&scope=all"],
] as const;

test("earlier addresses lead to those of today with 1 redirect", async ({ request, baseURL }) => {
  for (const [earlier, today] of EARLIER) {
    const first = await request.get(earlier, { maxRedirects: 0 });
    expect(first.status(), earlier).toBe(307);
    const next = await request.get(first.headers().location ?? "", { maxRedirects: 0 });
    expect([next.status(), next.url()], earlier).toEqual([200, `${baseURL}${today}`]);
  }
});

test("no name on the drawn map covers another, in any language, wide or narrow", async ({
  page,
}) => {
  for (const path of ["/", "/ur", "/zh"]) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const names = await page.locator(".home-drawing svg text:visible").evaluateAll((texts) =>
        texts.map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return { name: text.textContent, left, right, top, bottom };
        }),
      );
      expect(names.length).toBeGreaterThan(10);
      // A pixel is the empty edge of a line.
      const covered = names.flatMap((one, i) =>
        names
          .slice(i + 1)
          .filter(
            (other) =>
              Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
              Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
          )
          .map((other) => `${one.name} and ${other.name}`),
      );
      expect(covered, `${path} at ${width} px`).toEqual([]);
    }
  }
});
