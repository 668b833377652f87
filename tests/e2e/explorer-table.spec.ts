import { expect } from "@playwright/test";
import {
  type ReadRow,
  readCsv,
  readGeojson,
  readParquet,
  readXlsx,
  toArrayBuffer,
} from "../support/read-files";
import { readWorkbook } from "../support/read-workbook";
import { query, zonesInDatabase } from "./support/database";
import type { FileFormat } from "./support/explorer-driver";
import { test } from "./support/test";

test.use({ drawsMaps: false });

/** Readers that share nothing with the writers. */
const READERS: Readonly<Record<FileFormat, (bytes: Buffer) => Promise<ReadRow[]> | ReadRow[]>> = {
  CSV: (bytes) => readCsv(toArrayBuffer(bytes)),
  XLSX: (bytes) => readXlsx(toArrayBuffer(bytes)),
  GeoJSON: (bytes) => readGeojson(bytes.toString()),
  Parquet: (bytes) => readParquet(toArrayBuffer(bytes)),
};

const BY_AREA = 'area_acres desc nulls last, name collate "en-x-icu"';

test("the list is saved in each format with the same zones, order and values, unknown as unknown", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  await explorer.filterBy("province", "sindh");
  await explorer.sortBy("Standing");
  await explorer.filterBy("status", "unknown");
  await explorer.filterBy("status", "under-development");
  await explorer.expectUrl({
    province: "sindh",
    status: "under-development,unknown",
    // The list was sorted by it, furthest first: the head turns the order round.
    sort: "standing",
  });
  const found = await zonesInDatabase(
    "province = 'sindh' and (status is null or status = 'under-development')",
  );
  await expect.poll(async () => (await explorer.zonesInTable()).sort()).toEqual(found.sort());
  const shown = await explorer.zonesInTable();
  const stored = await query(
    `select slug, status, area_acres, electricity, readiness_low, readiness_high, coverage
     from zone where slug in (${shown.map((slug) => `'${slug}'`).join(", ")})`,
  );
  for (const format of Object.keys(READERS) as FileFormat[]) {
    const { name, bytes } = await explorer.export(format);
    await expect(page.getByText(`${format} saved`)).toBeVisible();
    expect(name).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
    const rows = await READERS[format](bytes);
    expect(rows.map(({ slug }) => slug)).toEqual(shown);
    for (const zone of stored) {
      const row = rows.find(({ slug }) => slug === zone.slug);
      expect(row, format).toMatchObject({
        status: zone.status,
        areaAcres: zone.area_acres,
        electricity: zone.electricity,
        readiness: {
          low: zone.readiness_low,
          high: zone.readiness_high,
          coverage: zone.coverage,
        },
      });
    }
    expect(rows.some(({ status }) => status === null)).toBe(true);
  }
});

test("the workbook contains its evidence, its sources and its terms of use", async ({
  explorer,
}) => {
  await explorer.open("?province=sindh");
  const workbook = await readWorkbook(toArrayBuffer((await explorer.export("XLSX")).bytes));
  expect(workbook.map(({ name }) => name)).toEqual([
    ...[
      "Read me",
      "Zones",
      "Evidence",
      "Claims",
      "Firms",
      "Targets",
      "Readiness",
      "Events",
      "Sources",
      "Dictionary",
    ],
  ]);
  const words = JSON.stringify(workbook[0]?.rows);
  for (const said of ["Sindh", "CC BY 4.0", "revision", "Line of Control"]) {
    expect(words).toContain(said);
  }
});

test("a failed file is explained in a sentence, and the list stays", async ({
  page,
  explorer,
  troubles,
}) => {
  troubles.expectAt("/api/v1/zones.csv");
  await explorer.open();
  await page.route("**/api/v1/zones.csv*", (route) => route.fulfill({ status: 503, body: "" }));
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: /^CSV/ }).click();
  await expect(page.getByText(/The CSV file could not be made/)).toBeVisible();
  expect((await explorer.counts()).found).toBe(44);
});

test("selected zones are shown alone and saved", async ({ page, explorer }) => {
  await explorer.open();
  const picked = ["rashakai-sez", "dhabeji-sez"];
  for (const slug of picked) await explorer.row(slug).getByRole("checkbox").check();
  await explorer.expectUrl({ selected: picked.join(",") });
  const bar = page.getByRole("region", { name: "Selected zones" });
  await expect(bar.getByRole("status")).toHaveText("2 zones selected");

  const rows = readGeojson((await explorer.export("GeoJSON", "Export selected")).bytes.toString());
  expect(rows.map(({ slug }) => slug)).toEqual(picked);

  await bar.getByRole("button", { name: "Show only these" }).click();
  await expect.poll(() => explorer.zonesInTable()).toEqual(picked);
  await bar.getByRole("button", { name: "Clear selection" }).click();
  await expect(bar).toBeHidden();
  await explorer.clear();
  await page.getByRole("checkbox", { name: "Select all zones in the list" }).check();
  await expect(bar.getByRole("status")).toHaveText("44 zones selected");
});

test("a column head sorts, reverses, and with Shift adds a second sort; unknown comes last", async ({
  explorer,
}) => {
  await explorer.open("?columns=areaAcres,province");
  await explorer.sortBy("Area, acres");
  await explorer.expectUrl({ columns: "areaAcres,province", sort: "-areaAcres" });
  await explorer.expectZones(await zonesInDatabase("true", { orderBy: BY_AREA }));
  const head = explorer.table.getByRole("columnheader", { name: /^Area/ });
  await expect(head).toHaveAttribute("aria-sort", "descending");

  await explorer.sortBy("Area, acres");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await explorer.expectZones(
    await zonesInDatabase("true", {
      orderBy: 'area_acres asc nulls last, name collate "en-x-icu"',
    }),
  );

  await explorer.table
    .getByRole("columnheader", { name: /^Zone/ })
    .getByRole("button")
    .click({ modifiers: ["Shift"] });
  await explorer.expectUrl({ columns: "areaAcres,province", sort: "areaAcres,name" });
});

test("columns are chosen and kept in the address", async ({ page, explorer }) => {
  await explorer.open();
  const usual = await explorer.columns();
  await page.getByRole("button", { name: "Columns" }).click();
  const chooser = page.getByRole("dialog", { name: "Columns" });
  await chooser.getByRole("searchbox", { name: "Find a column" }).fill("gas");
  await chooser.getByRole("checkbox", { name: "Gas", exact: true }).check();
  await expect.poll(() => explorer.columns()).toEqual([...usual, "Gas"]);
  const up = chooser.getByRole("button", { name: "Move Gas up" });
  await up.press("Enter");
  await expect.poll(() => explorer.columns()).toEqual(usual.toSpliced(-1, 0, "Gas"));
  await expect(up).toBeFocused();
  await chooser
    .getByRole("button", { name: /^Move / })
    .last()
    .press("Enter");
  await page.keyboard.press("Escape");
  await expect(chooser).toBeHidden();
  await expect.poll(async () => (await explorer.readUrl()).columns ?? "").toMatch(/,gas$/);

  const unknown = await zonesInDatabase("gas is null");
  await expect(explorer.row(String(unknown[0])).locator('[data-column="gas"]')).toContainText(
    "unknown",
  );
  await page.reload();
  await explorer.answers();
  expect(await explorer.columns()).toEqual([...usual, "Gas"]);

  await page.getByRole("button", { name: "Columns" }).click();
  await chooser.getByRole("button", { name: "Reset columns" }).click();
  await expect.poll(() => explorer.columns()).toEqual(usual);
  await explorer.expectUrl({});
});

test("compact rows are lower and have no dates", async ({ page, explorer }) => {
  await explorer.open();
  const height = async () => (await explorer.row("rashakai-sez").boundingBox())?.height ?? 0;
  const dated = await height();
  await expect(explorer.row("rashakai-sez")).toContainText("Jul 2024");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Compact rows, without dates" }).check();
  await expect.poll(height).toBeLessThan(dated);
  await expect(explorer.row("rashakai-sez")).not.toContainText("Jul 2024");
  const target = await explorer.row("rashakai-sez").locator(".zone-select > label").boundingBox();
  expect(target?.height).toBeGreaterThanOrEqual(24);
  await explorer.expectUrl({ density: "compact" });
});

for (const width of [1280, 1440]) {
  test(`the default columns fit a window ${width} px wide, in every scope`, async ({
    page,
    explorer,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const search of ["", "?scope=all"]) {
      await explorer.open(search);
      const beyond = await explorer.table.evaluate(
        (table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0),
      );
      expect(beyond, `px out of sight: ${search}`).toBeLessThanOrEqual(0);
      const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(below, "px of the page below the window, which holds it all").toBeLessThanOrEqual(0);
      const needed = explorer.row("rashakai-sez").getByRole("link", { name: /210 MW/ });
      const tops = await needed.evaluateAll((all) =>
        all.map((one) => Math.round(one.getBoundingClientRect().top)),
      );
      expect(new Set(tops).size, "lines of 10 / 210").toBe(1);
    }
  });
}
