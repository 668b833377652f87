import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { type FieldKey, fieldSpec } from "../../lib/catalogue/fields";
import { readCsv } from "../support/read-files";
import { query } from "./support/database";
import { test } from "./support/test";
import { openTime } from "./support/time-driver";

const RASHAKAI = "rashakai-sez";
const MOHMAND = "mohmand-marble-city";

/** A field of each kind, and of each state that a value can be in. */
const ASKED: readonly { field: FieldKey; how: "mouse" | "Enter" | "Space"; says: RegExp }[] = [
  { field: "district", how: "mouse", says: /Nowshera/ },
  { field: "aliases", how: "Enter", says: /Rashakai Prioritized SEZ/ },
  { field: "areaAcres", how: "Space", says: /1,005 acres[\s\S]*not used/i },
  { field: "cpecStatus", how: "mouse", says: /Priority four/i },
  { field: "location", how: "Enter", says: /° N|° E|lat/i },
  { field: "legalStatus", how: "Space", says: /Developer contracted/ },
  { field: "approvedOn", how: "mouse", says: /19 Sep 2019/ },
  { field: "landTitle", how: "Enter", says: /In place/ },
  { field: "customsOffice", how: "Space", says: /Unknown[\s\S]*No report found/i },
  { field: "internalRoads", how: "Space", says: /Partial[\s\S]*contradicts the displayed value/ },
  { field: "enterprisesAdmitted", how: "mouse", says: /24 firms/ },
  { field: "targetGas", how: "Enter", says: /Dec 2021/ },
  { field: "dependenceFinancial", how: "Space", says: /Level 3 of 4/ },
  { field: "tenancyStage", how: "mouse", says: /Producing|Building|Admitted|MoU/i },
];

test("every kind of value opens its source and history, by mouse and by keyboard", async ({
  page,
  zonePage,
}) => {
  await zonePage.open(RASHAKAI);
  for (const { field, how, says } of ASKED) {
    await test.step(field, async () => {
      const value = await zonePage.ask(field, how);
      await expect(zonePage.answer).toHaveAccessibleName(
        new RegExp(`${fieldSpec(field).label}, source and history$`, "i"),
      );
      await expect(zonePage.answer).toContainText(says);
      await expect(zonePage.answer).toBeInViewport();
      await page.keyboard.press("Escape");
      await expect(zonePage.answer).toBeHidden();
      await expect(value, "the keyboard returns to the value").toBeFocused();
    });
  }
});

test("the evidence of a value has the source and the note of PostgreSQL", async ({
  page,
  zonePage,
}) => {
  await zonePage.open(RASHAKAI);
  const [claim] = await query(
    `select s.title, c.note from claim c join source s on s.id = c.source_id
     where c.zone_slug = '${RASHAKAI}' and c.tenancy_id is null and c.field = 'internalRoads'
     order by c.as_of desc limit 1`,
  );
  await zonePage.ask("internalRoads");
  await expect(zonePage.answer).toContainText(String(claim?.title));
  await expect(zonePage.answer).toContainText(String(claim?.note));
  await zonePage.answer.getByRole("link", { name: "Show all evidence" }).click();
  await expect(page).toHaveURL(`/zones/${RASHAKAI}/evidence#ledger-internalRoads`);
  await expect(zonePage.answer).toBeHidden();
  await expect(zonePage.ledger.getByRole("heading", { name: /^Internal roads/ })).toBeInViewport();
});

test("claims that contradict each other are side by side", async ({ zonePage }) => {
  await zonePage.openEvidence(RASHAKAI);
  const entry = zonePage.ledger.locator("#ledger-internalRoads");
  await expect(entry.getByText("disputed")).toBeVisible();
  const shown = await entry.getByText("displayed", { exact: true }).boundingBox();
  const against = await entry
    .getByText("contradicts the displayed value", { exact: true })
    .boundingBox();
  expect(Math.abs((shown?.y ?? 0) - (against?.y ?? 99))).toBeLessThan(2);
  expect(against?.x ?? 0).toBeGreaterThan((shown?.x ?? 0) + 200);
});

test("the ledger has the claims of PostgreSQL, and its filters show what they count", async ({
  page,
  zonePage,
}) => {
  await zonePage.openEvidence(RASHAKAI);
  const [claims] = await query(
    `select count(*) from claim c where zone_slug = '${RASHAKAI}' and (select kind from decision d
     where d.claim_id = c.id order by d.id desc limit 1) <> 'retracted'`,
  );
  const note = zonePage.ledger.getByText(/^\d+ reports on \d+ facts/);
  await expect(note).toContainText(`${claims?.count} reports on`);
  const words = (await note.textContent()) ?? "";
  const figure = (of: RegExp) => Number(of.exec(words)?.[1]);
  const fields = figure(/on (\d+) facts/);
  const marked = figure(/(\d+) disputed/) + figure(/(\d+) resolved/);
  const unknown = figure(/(\d+) unknown/);
  expect((await zonePage.fieldsInLedger()).length).toBeLessThan(fields);
  await zonePage.unfoldAll();
  await expect.poll(async () => (await zonePage.fieldsInLedger()).length).toBe(fields);

  const show = async (what: RegExp, count: number) => {
    const choice = zonePage.ledger.getByRole("radio", { name: what });
    await expect(async () => {
      await choice.check();
      expect((await zonePage.fieldsInLedger()).length).toBe(count);
    }).toPass();
  };
  await show(/^Disputes/, marked);
  await show(/^Unknown/, unknown);
  await zonePage.ledger.getByRole("combobox", { name: "Group of facts" }).selectOption("Utilities");
  await expect.poll(() => zonePage.fieldsInLedger()).toEqual(["Telecom", "Water"]);
  await zonePage.ledger.getByRole("combobox", { name: "Group of facts" }).selectOption("Programme");
  await expect(zonePage.ledger.getByRole("status")).toHaveText("No facts match these filters.");

  // An address that names an entry removes the filter, so that it can be seen.
  await page.evaluate(() => {
    location.hash = "#ledger-status";
  });
  await expect(
    zonePage.ledger.getByRole("heading", { name: /^Progress on site/ }),
  ).toBeInViewport();
});

test("the page's figures are those of PostgreSQL", async ({ zonePage }) => {
  for (const slug of [RASHAKAI, MOHMAND]) {
    await zonePage.open(slug);
    const [row] = await query(
      `select round(readiness_low)::int as low, round(readiness_high)::int as high,
       round(100 * coverage)::int as known, area_acres from zone where slug = '${slug}'`,
    );
    const readiness = zonePage.part("Readiness");
    await expect(readiness).toContainText(`${row?.low} to ${row?.high} of 100`);
    await expect(readiness).toContainText(`${row?.known}% known`);
    await expect(zonePage.values("areaAcres").first()).toContainText(
      Number(row?.area_acres).toLocaleString("en-GB"),
    );
  }
});

test("a citation leads back to the same page", async ({ page, context, zonePage }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await zonePage.open(RASHAKAI);
  await page.getByRole("button", { name: "Cite" }).click();
  const panel = page.getByRole("dialog", { name: "Cite this page" });
  await expect(panel).toContainText("CC BY 4.0");
  await panel.getByRole("button", { name: "Copy" }).last().click();
  await expect(page.getByText("Citation copied")).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(address).searchParams.get("asOf")).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(new URL(address).searchParams.get("knownOn")).toMatch(/^r\d+-[0-9a-f]{8}$/);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  await openTime(page);
  await page.getByRole("button", { name: "Copy permanent link" }).click();
  await expect(page.getByText(/^Permanent link copied/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

  // All but the time bar, which offers to unpin, and links that are only there without scripts.
  const words = () =>
    page.getByRole("main").evaluate((main) => {
      const copy = main.cloneNode(true) as Element;
      for (const part of copy.querySelectorAll('[aria-label="Time"], noscript')) part.remove();
      return copy.textContent;
    });
  // Copying pins the page, a moment later; the code of its embed then names the day too.
  await expect.poll(words).toContain("/embed/zone/rashakai-sez?asOf=");
  const before = await words();
  expect(before).toContain("Rashakai Special Economic Zone");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Rashakai Special Economic Zone",
  );
  await expect.poll(words).toBe(before);
});

test("the files of a zone are pinned to the day and revision", async ({ page, zonePage }) => {
  await zonePage.open(RASHAKAI);
  await page.getByRole("button", { name: "Export" }).click();
  const panel = page.getByRole("dialog", { name: "Export this zone" });
  const saved = page.waitForEvent("download");
  await panel.getByRole("link", { name: /^CSV/ }).click();
  const download = await saved;
  const bytes = await readFile(await download.path());
  const rows = readCsv(Uint8Array.from(bytes).buffer);
  expect(rows.map(({ slug }) => slug)).toEqual([RASHAKAI]);
  expect(rows[0]?.status).toBe("under-development");
  expect(rows[0]?.landTitle).toBe("available");
  expect(rows[0]?.customsOffice).toBeNull();

  for (const link of await panel.getByRole("link").all()) {
    const href = (await link.getAttribute("href")) ?? "";
    expect(href).toMatch(/asOf=\d{4}-\d\d-\d\d&knownOn=r\d+/);
    expect((await page.request.get(href)).status(), href).toBe(200);
  }
});

test("a candidate is never shown as approved", async ({ zonePage, page }) => {
  await zonePage.open(MOHMAND);
  const main = page.getByRole("main");
  await expect(main.getByText("Candidate: approval not confirmed").first()).toBeVisible();
  const ladder = zonePage.part("Legal status: ");
  const approved = ladder.getByRole("listitem").filter({ hasText: /^Approved/ });
  await expect(approved).toHaveAttribute("data-state", "ahead");
  await expect(approved).toContainText("approval not confirmed");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("each value leads to its entry in the ledger", async ({ page, zonePage }) => {
    await zonePage.open(RASHAKAI);
    await zonePage.press(zonePage.values("gas").first());
    await expect(page).toHaveURL(/#ledger-gas$/);
    const entry = page.locator("#ledger-gas");
    await expect(entry, "the link opens the folded list").toBeInViewport();
    await page.getByRole("button", { name: "Cite" }).click();
    await expect(page.getByRole("dialog", { name: "Cite this page" })).toBeVisible();
    await page.keyboard.press("Escape");
    await entry.getByRole("link", { name: "Gas" }).click();
    await expect(page).toHaveURL(`/zones/${RASHAKAI}/evidence?of=gas`);
    await expect(page.getByRole("heading", { level: 2 })).toContainText("Rashakai: Gas");
  });
});

test("the answer and the summary are on the first screen, and the page is short", async ({
  page,
  zonePage,
}) => {
  await zonePage.open("dhabeji-sez");
  await expect(page.getByText("Is it operating?")).toBeInViewport({ ratio: 1 });
  for (const field of ["status", "legalStatus", "electricity", "enterprisesProducing"] as const) {
    await expect(zonePage.values(field).first()).toBeInViewport({ ratio: 1 });
  }
  await expect(
    page
      .locator("dl")
      .first()
      .getByText(/^Support/),
  ).toBeInViewport({ ratio: 1 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height, "px before anything is opened").toBeLessThanOrEqual(4500);
});

test("the contents lead to every section and stay beside it", async ({ page, zonePage }) => {
  await zonePage.open("dhabeji-sez");
  const contents = page.getByRole("navigation", { name: "On this page" });
  const links = await contents.getByRole("link").all();
  expect(links.length).toBeGreaterThanOrEqual(9);
  for (const link of links) {
    const anchor = (await link.getAttribute("href")) ?? "";
    await link.click();
    await expect(page.locator(`section${anchor}`).getByRole("heading").first()).toBeInViewport();
    await expect(link).toBeInViewport();
  }
});

test("what was not found is one line of its section and opens by keyboard", async ({
  page,
  zonePage,
}) => {
  await zonePage.open("dhabeji-sez");
  const fold = zonePage.part("Readiness").getByText(/^Nothing found on \d+ facts: /);
  await expect(fold).toContainText("sewerage");
  await expect(zonePage.values("sewerage")).toHaveCount(0);
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(zonePage.values("sewerage")).toHaveText(/^Unknown/);
  await zonePage.ask("sewerage", "Enter");
  await expect(zonePage.answer).toContainText("No report found");
  await page.keyboard.press("Escape");
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(zonePage.values("sewerage")).toHaveCount(0);
});

test("an old link to an entry of the ledger opens the list with it", async ({ page, zonePage }) => {
  await zonePage.open("dhabeji-sez", "#ledger-water");
  const entry = page.locator("#ledger-water");
  await expect(entry).toBeInViewport();
  await entry.getByRole("link", { name: "Water" }).click();
  await expect(page).toHaveURL("/zones/dhabeji-sez/evidence?of=water");
});

test("a way leads from the zone to its province and to the explorer", async ({
  page,
  zonePage,
}) => {
  await zonePage.open("dhabeji-sez", "?asOf=2024-06-30");
  const way = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(way.getByRole("listitem").last()).toHaveAttribute("aria-current", "page");
  await way.getByRole("link", { name: "Sindh" }).click();
  await expect(page).toHaveURL("/provinces/sindh?asOf=2024-06-30");
  await way.getByRole("link", { name: "Zones" }).click();
  await expect(page).toHaveURL("/zones?asOf=2024-06-30");
});

test("a printed page is light, with its sources and its citation, without buttons", async ({
  page,
  zonePage,
}) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await zonePage.open(RASHAKAI);
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("button", { name: "Cite" })).toBeHidden();
  await expect(zonePage.part("Sources")).toBeVisible();
  const cited = page.getByRole("paragraph").filter({ hasText: /revision \d+, method 3\. .* http/ });
  await expect(cited).toBeVisible();
  // The width of a sheet of A4 between its margins.
  await page.setViewportSize({ width: 703, height: 1000 });
  const cut = await page
    .getByRole("region", { name: "Table of firms" })
    .evaluate((firms) => firms.scrollWidth - firms.clientWidth);
  expect(cut, "px of the firms beyond the sheet").toBeLessThanOrEqual(0);
  const ground = await page.evaluate(() => getComputedStyle(document.body).colorScheme);
  expect(ground).toBe("light");
});

for (const slug of ["dhabeji-sez", "hattar-sez", "allama-iqbal-industrial-city"]) {
  test(`${slug} prints on at most 3 sheets of A4`, async ({ page, zonePage }) => {
    await zonePage.open(slug);
    const file = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(file.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
  });
}
