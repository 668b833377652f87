import { expect, type Page } from "@playwright/test";
import { expectAccessibleOnEachScreen } from "./support/accessibility";
import { findLostColours } from "./support/forced-colours";
import { findLayoutFaults } from "./support/geometry";
import { PUBLIC_PAGES, type Visit } from "./support/pages";
import { test } from "./support/test";
import { openTime } from "./support/time-driver";

// Every public page, opened once: at every width, on paper, in forced colours, and by axe in both themes. Colours do not move
// anything, so the layout is measured in the light theme and in print alone.

const WIDTHS = [320, 640, 768, 1024, 1440] as const;
/** Where the bar of the explorer's date is open. */
const WIDE = [1024, 1440] as const;
/** With and without the parts that only a wide screen has. */
const FORCED = [360, 1440] as const;
/** CSS px of a sheet between its margins: A4 upright is 703, lying 1032. Phones print on sheets too. */
const SHEETS = [640, 700, 1024] as const;

/** Other states of the explorer. */
const EXPLORING: readonly Visit[] = [
  { path: "/zones?scope=priority-four&province=sindh,punjab&selected=dhabeji-sez" },
  { path: "/zones?asOf=2019-01-01" },
  { path: "/zones?scope=priority-four&provnce=sindh&status=finished" },
];

const isExplorer = (path: string) => /^\/zones(\?|$)/.test(path);

/** What cuts its text on purpose, and why. */
const CUTTING = {
  "header a > .truncate": "the name of the product, which is also the name of its link",
  ".line-clamp-2": "the beginning of a found text, which the page behind its link has in full",
} as const;

/** Measures the page as it is, at each width. */
async function expectSoundLayout(
  page: Page,
  media: "screen" | "print",
  widths: readonly number[] = media === "print" ? SHEETS : WIDTHS,
): Promise<void> {
  await page.emulateMedia({ media });
  for (const width of widths) {
    await test.step(`${media}, ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      const options = { paper: media === "print", cutting: Object.keys(CUTTING) };
      const faults = await page.evaluate(findLayoutFaults, options);
      expect.soft(faults, `${media}, ${width} px`).toEqual([]);
    });
  }
  await page.emulateMedia({ media: "screen" });
}

/** The texts in letters of less than 13 px, the least that every reader can read. Maps have smaller labels. */
function findSmallText(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small: string[] = [];
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode as Text;
    if (!parentElement?.checkVisibility() || data.trim() === "") continue;
    if (parentElement.closest("svg, .maplibregl-map")) continue;
    const size = Number.parseFloat(getComputedStyle(parentElement).fontSize);
    if (size < 13) small.push(`${size} px: ${data.trim().slice(0, 40)}`);
  }
  return small;
}

async function expectSeenInForcedColours(page: Page): Promise<void> {
  for (const width of FORCED) {
    await test.step(`forced colours, ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await findLostColours(page), `forced colours, ${width} px`).toEqual([]);
    });
  }
}

/** Opens the field of a date, which replaces the date in words. */
async function openDateField(page: Page): Promise<void> {
  const field = page.locator('input[type="date"]');
  await expect(async () => {
    await page.getByRole("button", { name: /Choose another date$/ }).click();
    await expect(field).toBeVisible({ timeout: 1000 });
  }).toPass();
}

// The longest pages have thousands of words.
test.describe.configure({ mode: "parallel", timeout: 240_000 });
test.use({ drawsMaps: false });

for (const { path, refused } of [...PUBLIC_PAGES, ...EXPLORING]) {
  test(`page: ${path}`, async ({ page, explorer, troubles }) => {
    if (refused) troubles.expectAt(path);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (isExplorer(path)) await explorer.answers();
    expect.soft(await page.evaluate(findSmallText)).toEqual([]);
    await expectSoundLayout(page, "screen");
    await expectSeenInForcedColours(page);
    await expectSoundLayout(page, "print");
    // All evidence on a zone is looked at below, with fewer of its hundred like facts.
    if (!path.endsWith("/evidence"))
      await expectAccessibleOnEachScreen(page, isExplorer(path) ? "all" : "phone");
  });
}

test("page: the evidence on a zone, with the disputed facts of its ledger", async ({
  page,
  zonePage,
}) => {
  await zonePage.openEvidence("rashakai-sez");
  await expect(async () => {
    await zonePage.ledger.getByRole("radio", { name: /^Disputes/ }).check();
    expect((await zonePage.fieldsInLedger()).length).toBeLessThan(20);
  }).toPass();
  await expectAccessibleOnEachScreen(page);
});

test("page: a zone, with every folded part and the field of its date open", async ({
  page,
  zonePage,
}) => {
  await zonePage.open("dhabeji-sez");
  await zonePage.unfoldAll();
  await openTime(page);
  await expectAccessibleOnEachScreen(page);
  await openDateField(page);
  await expectSoundLayout(page, "screen");
  await expectSoundLayout(page, "print");
});

test("wide: the explorer, with the field of its date open", async ({ page, explorer }) => {
  await explorer.open();
  await openDateField(page);
  await expectSoundLayout(page, "screen", WIDE);
});
