import { expect, type Page } from "@playwright/test";
import { fieldSpec, isZoneField } from "../../lib/catalogue/fields";
import { getLabel, VOCABULARIES, type VocabularyKey } from "../../lib/catalogue/vocabularies";
import { DAYS, HAND_WORKED } from "../support/hand-worked";
import { test } from "./support/test";
import { openTime } from "./support/time-driver";

test.use({ drawsMaps: false });

const SLUGS = Object.keys(HAND_WORKED);
const FIELDS = ["legalStatus", "status", "electricity", "areaAcres", "enterprisesProducing"];

/** A value as a cell of the table says it. */
function inWords(field: string, value: string | number | null): string {
  if (value === null) return "unknown";
  if (typeof value === "number") return value.toLocaleString("en");
  const spec = isZoneField(field) ? fieldSpec(field) : null;
  return spec?.kind === "choice" && spec.vocabulary in VOCABULARIES
    ? getLabel(spec.vocabulary satisfies VocabularyKey, value)
    : value;
}

/** The API and the files are compared on every day, in tests/integration/api/past-days.test.ts. */
const SHOWN = [DAYS.at(2), DAYS.at(-1)];

for (const [at, day] of DAYS.entries()) {
  if (!SHOWN.includes(day)) continue;
  test(`${day}: the table says what was worked out by hand from the first edition`, async ({
    explorer,
  }) => {
    await explorer.open(
      `?scope=all&zones=${SLUGS.join(",")}&columns=${FIELDS.join(",")}&asOf=${day}&knownOn=r1`,
    );
    for (const slug of SLUGS) {
      for (const [field, values] of Object.entries(HAND_WORKED[slug] ?? {})) {
        const cell = explorer.row(slug).locator(`td[data-column="${field}"]`);
        await expect(cell, `${slug} ${field}`).toContainText(
          new RegExp(inWords(field, values[at] ?? null), "i"),
        );
      }
    }
  });
}

const slider = (page: Page) => page.getByRole("slider", { name: "Date shown" });

test("a zone's page follows its slider to before the zone was in the register, and back", async ({
  page,
}) => {
  await page.goto("/zones/rashakai-sez?asOf=2024-07-01");
  await expect(page.getByText(/No, it is under development/)).toBeVisible();
  await expect(slider(page)).toHaveCount(0);
  await openTime(page);
  await slider(page).focus();
  // One step back is the day on which something of this zone had changed before.
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/asOf=2024-0[1-6]-\d\d$/);
  await expect(page.getByText(/Is it operating\? No/)).toBeVisible();
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/not yet reported/);
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/\/zones\/rashakai-sez$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Rashakai/);
});

test("a zone's page follows a quick hand, which never jumps back, and one slide is one step back", async ({
  page,
}) => {
  await page.goto("/zones/rashakai-sez?asOf=2026-05-01");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Rashakai/);
  await openTime(page);
  await slider(page).focus();
  for (let year = 2025; year >= 2012; year -= 1) {
    await page.keyboard.press("PageDown");
    // As it stands after the press, without waiting for what will be.
    expect(await slider(page).getAttribute("aria-valuetext")).toContain(`1 May ${year}`);
  }
  await expect(page).toHaveURL(/asOf=2012-05-01$/);
  await expect(slider(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/asOf=2026-05-01$/);
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^1 May 2026/);
});

test("a pinned day of a zone says its version in the address", async ({ page }) => {
  await page.goto("/zones/hattar-sez?asOf=2021-06-30");
  await openTime(page);
  await page.getByRole("button", { name: "Copy permanent link" }).click();
  await expect(page).toHaveURL(/asOf=2021-06-30&knownOn=r\d+-[0-9a-f]{8}$/);
  await page.getByRole("button", { name: "Show latest revision" }).click();
  await expect(page).toHaveURL(/asOf=2021-06-30$/);
});
