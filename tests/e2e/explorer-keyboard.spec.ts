import { expect, type Page } from "@playwright/test";
import { zonesInDatabase } from "./support/database";
import { test } from "./support/test";

/** Where the focus is. */
interface Stop {
  /** The part of the page. */
  readonly part: string;
  /** Its name, to read in a failure. */
  readonly name: string;
  /** Elements of one kind look alike when they have the focus. */
  readonly kind: string;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** The element that has the focus; null at the end of the page. */
async function standing(page: Page): Promise<Stop | null> {
  return await page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return null;
    const part = at.closest("header, aside[aria-label], section[aria-label], main, footer");
    const { left, top, width, height } = (at.closest("label") ?? at).getBoundingClientRect();
    return {
      part: part?.getAttribute("aria-label") ?? part?.tagName.toLowerCase() ?? "page",
      name: at.getAttribute("aria-label") ?? at.textContent?.slice(0, 60) ?? "",
      kind: `${at.tagName} ${at.getAttribute("type")} ${at.className}`,
      box: { x: left, y: top, width, height },
    };
  });
}

/** A picture of the place where the focus is. */
async function drawPicture(page: Page, { box }: Stop): Promise<Buffer> {
  const view = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, box.x - 6);
  const y = Math.max(0, box.y - 6);
  return await page.screenshot({
    animations: "disabled",
    clip: {
      x,
      y,
      width: Math.min(view.width - x, box.width + 12),
      height: Math.min(view.height - y, box.height + 12),
    },
  });
}

test("Tab moves through the page in its visible order, and the focus is always visible", async ({
  page,
  explorer,
}) => {
  test.setTimeout(180_000);
  await explorer.open("?scope=priority-four&selected=rashakai-sez");
  await explorer.mapPainted();
  const parts: string[] = [];
  const unseen: string[] = [];
  const kinds = new Set<string>();
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await standing(page);
    if (stop === null) break;
    if (stop.part !== parts.at(-1)) parts.push(stop.part);
    if (kinds.has(stop.kind)) continue;
    kinds.add(stop.kind);
    const withFocus = await drawPicture(page, stop);
    // The keyboard goes on from here all the same.
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    if (withFocus.equals(await drawPicture(page, stop))) unseen.push(`${stop.part}: ${stop.name}`);
  }
  expect(unseen, "stops at which the focus is not visible").toEqual([]);
  expect(kinds.size).toBeGreaterThan(10);
  expect(parts.filter((part) => part !== "page")).toEqual([
    "header",
    "main",
    "Progress of the zones",
    "Filters",
    // The button that skips the map.
    "main",
    "Map of zones",
    "Table of zones",
    "Selected zones",
    "Time",
  ]);
});

test("buttons lead on to the list, past the filters and past the map", async ({
  page,
  explorer,
}) => {
  await explorer.open();
  for (const name of ["Skip filters", "Skip map and legend"]) {
    await page.getByRole("button", { name }).focus();
    await expect(page.getByRole("button", { name })).toBeInViewport();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect((await standing(page))?.part, name).toBe("Table of zones");
  }
});

test.describe("without the map", () => {
  test.use({ drawsMaps: false });

  test("the keyboard alone can filter, save a file and open a zone", async ({ page, explorer }) => {
    await explorer.open();
    await (await explorer.choice("status", "operational")).focus();
    await page.keyboard.press("Space");
    await explorer.expectZones(await zonesInDatabase("status = 'operational'"));

    await page.getByRole("button", { name: "Export", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    const saved = page.waitForEvent("download");
    await page.keyboard.press("p");
    await expect(page.getByRole("menuitem", { name: /^Parquet/ })).toBeFocused();
    await page.keyboard.press("Enter");
    expect((await saved).suggestedFilename()).toMatch(/\.parquet$/);

    await explorer.zoneLink("service-long-march-sez").focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/zones/service-long-march-sez");
  });
});
