import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { csvLines } from "../../lib/formats/csv";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility";
import { type Account, makeAccount } from "./support/accounts";
import { query } from "./support/database";
import { asTabs, IMPORT_HEAD, makeImportRows, openImport } from "./support/import-driver";
import { test } from "./support/test";
import { forThisTry } from "./support/tries";

// They write to one ledger, and each looks at what the one before left.
test.describe.configure({ mode: "default" });
test.use({ drawsMaps: false });

let analyst: Account;

test.beforeAll(async () => {
  analyst = await makeAccount("analyst", "Imran Importer");
});

// No other file records on these zones meanwhile.

/** The zones that the 500 rows are about: those of the first try, and of the second. */
const SLUGS = [
  "bhalwal-industrial-estate",
  "challenge-fashion-sez",
  "armstrong-ze-tyres-sez",
  "nstp-islamabad",
  "jw-sez-raiwind",
];
const OTHER_SLUGS = [
  "daraban-sez",
  "karachi-industrial-park",
  "islamabad-model-sez",
  "ivi-junction-sez",
  "dwp-innovation-park",
];
let slugs = SLUGS;
const listRows = (spoilt: boolean) =>
  makeImportRows(slugs, spoilt, (i) => `Row ${i} of the import`);

/** The zones of the export that is brought back. */
const EXPORTED = [
  "m-3-industrial-city",
  "korangi-creek-industrial-park",
  "service-long-march-sez",
  "mohmand-marble-city",
  "site-larkana",
];

/** Other tests record at the same time, so only the claims of these rows count. */
const countClaims = async () =>
  Number(
    (await query("select count(*) from claim where note like 'Row % of the import'"))[0]?.count,
  );

test("500 pasted rows with 20 bad ones: nothing is recorded until the person says which", async ({
  page,
}) => {
  slugs = forThisTry(SLUGS, OTHER_SLUGS);
  const before = await countClaims();
  await openImport(page, analyst);
  await page.getByLabel("Paste from a spreadsheet").fill(asTabs(listRows(true)));
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(
    page.getByText("500 rows and 5 columns. Read as UTF-8, separated by tabs."),
  ).toBeVisible();
  await expect(page.getByLabel("Use column A “Zone” as")).toHaveValue("zone");
  await expect(page.getByLabel("Use column E “Summary” as")).toHaveValue("note");

  // Without a source every row is refused, with what to do.
  await page.getByRole("button", { name: "Check the table" }).click();
  await expect(page.getByRole("heading", { name: "4. Result of the check" })).toBeFocused();
  await expect(page.getByText("500 rows are refused")).toBeVisible();
  await page.getByLabel("Source", { exact: true }).fill("geonames");
  await page.getByRole("button", { name: "Check the table" }).click();
  await expect(page.getByText("20 rows are refused")).toBeVisible();
  await expect(page.getByText("480 new reports from 480 rows")).toBeVisible();
  const refused = page.getByRole("region", { name: "Refused rows" });
  // One problem of 20 cells is said once.
  await expect(refused.getByRole("listitem")).toHaveCount(1);
  await expect(refused.getByRole("listitem").first()).toContainText("B9, B34");
  await expect(refused.getByRole("listitem").first()).toContainText(
    "No field has this key or name.",
  );
  await expectAccessible(page);
  expect(await countClaims()).toBe(before);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download refused rows (CSV)" }).click(),
  ]);
  const csv = await readFile(await file.path(), "utf8");
  expect(csv.trim().split("\n")).toHaveLength(21);
  expect(csv).toContain("problems");

  await page.getByRole("button", { name: "Import the 480 valid rows" }).click();
  await expect(page.getByText(/480 reports recorded as revision \d+\./)).toBeVisible();
  expect(await countClaims()).toBe(before + 480);

  // The refused rows, corrected, come back as a file.
  await page.getByRole("button", { name: "Import another table" }).click();
  await page.getByLabel("Or choose a file").setInputFiles({
    name: "corrected.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(csv.replaceAll("Watr supply line", "Water")),
  });
  await page.getByRole("button", { name: "Read the table" }).click();
  await page.getByRole("button", { name: "Check the table" }).click();
  await page.getByRole("button", { name: "Record 20 reports" }).click();
  await expect(page.getByText(/20 reports recorded as revision \d+\./)).toBeVisible();
  expect(await countClaims()).toBe(before + 500);
});

test("the same table again adds nothing", async ({ page }) => {
  const before = await countClaims();
  await openImport(page, analyst);
  await page
    .getByLabel("Paste from a spreadsheet")
    .fill(csvLines([IMPORT_HEAD, ...listRows(false)]));
  await page.getByRole("button", { name: "Read the table" }).click();
  await page.getByLabel("Source", { exact: true }).fill("geonames");
  await page.getByRole("button", { name: "Check the table" }).click();
  await expect(page.getByText("Nothing new to record.")).toBeVisible();
  await expect(page.getByText("500 values are unchanged and add nothing")).toBeVisible();
  await expect(page.getByRole("button", { name: /Record|Import the/ })).toHaveCount(0);
  expect(await countClaims()).toBe(before);
});

test("an XLSX file is read by the built server", async ({ page }) => {
  await openImport(page, analyst);
  const file = await page.request.get("/api/v1/zones.xlsx");
  await page.getByLabel("Or choose a file").setInputFiles({
    name: "zones.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await file.body(),
  });
  await page.getByRole("button", { name: "Read the table" }).click();
  await expect(page.getByText(/^44 rows and \d+ columns\. /)).toBeVisible();
});

test("an export is edited and brought back by keyboard on a phone, and shows what it changes", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openImport(page, analyst);
  const rows: string[][] = parse(await (await page.request.get("/api/v1/zones.csv")).text());
  const area = rows[0]?.indexOf("areaAcres") ?? -1;
  const acres = forThisTry("1,777 acres", "1,778 acres");
  const [head = [], ...zones] = rows;
  const brought = zones.filter(([slug = ""]) => EXPORTED.includes(slug));
  brought[0]?.splice(area, 1, acres);
  await page.getByLabel("Paste from a spreadsheet").fill(csvLines([head, ...brought]));
  await page.getByRole("button", { name: "Read the table" }).press("Enter");
  await expect(page.getByRole("radio", { name: "one zone or firm" })).toBeChecked();
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Source", { exact: true }).fill("geonames");
  await page.getByLabel("As of").last().fill("Nov 2026");
  await page.getByRole("button", { name: "Check the table" }).press("Enter");
  await expect(page.getByRole("heading", { name: "4. Result of the check" })).toBeFocused();
  await expect(page.getByText("1 new report from 1 row")).toBeVisible();
  await expect(page.getByRole("region", { name: "What will change" })).toContainText(`→ ${acres}`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Record 1 report" }).press("Enter");
  await expect(page.getByText(/1 report recorded as revision \d+\./)).toBeVisible();
});

test("a table adds zones that the registry does not have, once the person asks for it", async ({
  page,
}) => {
  await openImport(page, analyst);
  const name = forThisTry("Pasni Import Zone", "Turbat Border Market");
  const rows = [
    ["Zone", "Province", "Approval group"],
    [name, "Balochistan", "Not confirmed"],
    ["Rashakai Industrial Park", "Khyber Pakhtunkhwa", "Not confirmed"],
  ];
  await page
    .getByLabel("Paste from a spreadsheet")
    .fill(rows.map((cells) => cells.join("\t")).join("\n"));
  await page.getByRole("button", { name: "Read the table" }).click();
  await page.getByLabel("Source", { exact: true }).fill("geonames");
  await page.getByLabel("As of").fill("2026-11-01");
  await page.getByRole("button", { name: "Check the table" }).click();
  await expect(page.getByText("2 rows are refused")).toBeVisible();
  await page.getByLabel("Add zones that are not in the registry").check();
  await page.getByRole("button", { name: "Check the table" }).click();
  await expect(page.getByText(`1 zone is added: ${name}`)).toBeVisible();
  await expect(
    page.getByText("The registry or an earlier row has a zone with nearly this name."),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import the 1 valid row" }).click();
  await expect(page.getByText(/reports recorded as revision \d+\./)).toBeVisible();
  await page.goto(`/zones/${name.toLowerCase().replaceAll(" ", "-")}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});
