import { expect, type Page } from "@playwright/test";
import {
  expectAccessible,
  expectAccessibleInBothThemes,
  expectNoSidewaysScroll,
} from "./support/accessibility";
import type { ExplorerDriver } from "./support/explorer-driver";
import { PUBLIC_PAGES } from "./support/pages";
import { test } from "./support/test";
import { openTime } from "./support/time-driver";

/** The explorer and all evidence on a zone have tests of their own, which wait for their scripts and open their parts. */
const READING = PUBLIC_PAGES.filter(({ path }) => !/^\/(\?|$)|\/evidence$/.test(path));

const EXPLORING = [
  {
    name: "narrowed, with zones selected",
    path: "?scope=priority-four&province=sindh,punjab&selected=dhabeji-sez",
  },
  { name: "with none found", path: "?status=cancelled&province=sindh" },
  { name: "on a past day", path: "?asOf=2019-01-01" },
  {
    name: "with an address that cannot be read",
    path: "?scope=priority-four&provnce=sindh&status=finished",
  },
];

const [DESK, PHONE] = [1440, 360] as const;
const WIDTHS = [DESK, PHONE] as const;
/** CSS px of a screen of 1280 at 400 %, and of one of 1440 at 200 %. */
const ZOOMED = [320, 720] as const;

/**
 * Looks at the page as it is: on a wide screen in both themes, on a phone in one, since the colours of the other are the
 * same there; and whether it fits where it is zoomed.
 */
async function lookAtAll(page: Page): Promise<void> {
  for (const width of [...WIDTHS, ...ZOOMED]) {
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    });
  }
  await page.setViewportSize({ width: PHONE, height: 800 });
  await expectAccessible(page);
  await page.setViewportSize({ width: DESK, height: 800 });
  await expectAccessibleInBothThemes(page);
}

// Axe looks at every word of the longest pages.
test.describe.configure({ timeout: 240_000 });

for (const { path, refused } of READING) {
  test(`page: ${path}`, async ({ page, troubles }) => {
    if (refused) troubles.expectAt(path);
    await page.goto(path);
    await lookAtAll(page);
  });
}

test("page: the evidence on a zone, with the contradicted facts of its ledger", async ({
  page,
  zonePage,
}) => {
  await zonePage.openEvidence("rashakai-sez");
  await expect(async () => {
    await zonePage.ledger.getByRole("radio", { name: /^Disputes/ }).check();
    expect((await zonePage.fieldsInLedger()).length).toBeLessThan(20);
  }).toPass();
  await lookAtAll(page);
});

test("page: a zone, with every folded part open", async ({ page, zonePage }) => {
  await zonePage.open("dhabeji-sez");
  await zonePage.unfoldAll();
  await lookAtAll(page);
});

test("page: a zone, with the controls of its date open", async ({ page, zonePage }) => {
  await zonePage.open("dhabeji-sez", "?asOf=2024-06-30");
  await openTime(page);
  await page.getByRole("slider", { name: "Date shown" }).waitFor();
  await lookAtAll(page);
});

test("explorer: map, table and filters", async ({ page, explorer }) => {
  await explorer.open("?province=sindh");
  await explorer.mapPainted();
  await lookAtAll(page);
});

/** What opens over a page, and how. */
const OPENED: readonly (readonly [
  string,
  (explorer: ExplorerDriver, page: Page) => Promise<void>,
])[] = [
  [
    "why these zones",
    async (_, page) => {
      await page.getByRole("button", { name: "How we count zones" }).click();
      await page.getByRole("dialog", { name: "How we count zones" }).waitFor();
    },
  ],
  [
    "what the marks mean",
    async (_, page) => {
      await page.getByRole("button", { name: "What the marks mean" }).click();
      await page.getByRole("dialog", { name: "What the marks mean" }).waitFor();
    },
  ],
  [
    "the export menu",
    async (_, page) => {
      await page.getByRole("button", { name: "Export", exact: true }).click();
      await page.getByRole("menu").waitFor();
    },
  ],
  [
    "the choice of columns",
    async (_, page) => {
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("dialog", { name: "Columns" }).waitFor();
    },
  ],
  [
    "every filter with its definitions",
    async (explorer, page) => {
      await (await explorer.facet("areaAcres")).waitFor();
      await (await explorer.facet("status")).waitFor();
      await page.getByRole("button", { name: "definitions of Progress on site" }).click();
    },
  ],
];

test.describe("without the map", () => {
  test.use({ drawsMaps: false });

  for (const { name, path } of EXPLORING) {
    test(`explorer: ${name}`, async ({ page, explorer }) => {
      await explorer.open(path);
      await lookAtAll(page);
    });
  }

  test.describe("on a first visit", () => {
    test.use({ firstVisit: true });

    test("explorer: with the introduction", async ({ page, explorer }) => {
      await explorer.open();
      await page.getByRole("region", { name: "Introduction" }).waitFor();
      await lookAtAll(page);
    });
  });

  for (const [name, openIt] of OPENED) {
    test(`over the explorer: ${name}`, async ({ page, explorer }) => {
      await explorer.open("?scope=priority-four");
      await openIt(explorer, page);
      await expectAccessibleInBothThemes(page);
    });
  }

  test("over a phone: the filters", async ({ page, explorer }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await explorer.open("?scope=priority-four");
    await page.getByRole("button", { name: /^Filter/ }).click();
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
    await expectAccessibleInBothThemes(page);
  });

  test("over a zone: who says so", async ({ page, zonePage }) => {
    await zonePage.open("rashakai-sez");
    await zonePage.ask("internalRoads");
    await expectAccessibleInBothThemes(page);
  });
});
