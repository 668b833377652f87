import { expect, type Page } from "@playwright/test";
import axe, { type Result, type RunOptions } from "axe-core";
import { markLooks } from "./looks";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The one rule that looks at colours. It asks for all that is painted at each text, so it gets only what `markLooks` marks. */
const OF_COLOURS = "color-contrast";

/** The one rule that what lies over the page can break for what lies under it. */
const OF_SIZES = "target-size";

/** The rules that a translation can break: names that are missing or the same, and the language itself. */
const OF_WORDS = [
  ...["html-has-lang", "html-lang-valid", "html-xml-lang-mismatch", "valid-lang", "document-title"],
  ...["link-name", "button-name", "image-alt", "role-img-alt", "svg-img-alt", "summary-name"],
  ...["label", "select-name", "input-button-name", "aria-command-name", "aria-input-field-name"],
  ...["aria-meter-name", "aria-progressbar-name", "aria-toggle-field-name", "aria-dialog-name"],
  ...["frame-title", "empty-heading", "landmark-unique", "label-title-only"],
];

/** The rules that a narrow screen can break: names of what only it shows, sizes, and what scrolls. */
const OF_PHONES = [
  ...OF_WORDS,
  ...[OF_SIZES, "scrollable-region-focusable", "aria-hidden-focus", "nested-interactive"],
  ...["region", "bypass", "landmark-one-main", "page-has-heading-one", "heading-order"],
];

/** What is looked at. `colours`: only what a theme changes. `phone`, `words`: what a narrow screen or a translation changes. */
type Aspect = "all" | "colours" | "phone" | "words";

interface Look {
  /** All by default. */
  readonly aspect?: Aspect;
  /** Selector of what is looked at; null, by default: the whole page. */
  readonly part?: string | null;
  /** Was the page looked at before, on another screen? Of long lists, fewer like items are looked at again. */
  readonly again?: boolean;
}

/** Items of a list or table after the 12th, but for every fourth. */
const LIKE_ITEMS = ":is(tr, li, dt, dd, dl > div):nth-child(n + 13):not(:nth-child(4n))";

const PROGRAM = `${axe.source}; axe.configure({ rules: [{ id: "${OF_COLOURS}", selector: "[data-look]" }] });`;

/** The rules that axe follows. */
function chooseRules(aspect: Aspect): RunOptions {
  if (aspect === "colours") return { runOnly: [OF_COLOURS] };
  if (aspect === "words") return { runOnly: OF_WORDS };
  return { runOnly: aspect === "phone" ? OF_PHONES : TAGS };
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What axe finds in a part of the page; null: the whole page. The program is given to a document once. */
async function runAxe(
  page: Page,
  rules: RunOptions,
  part: string | null,
  without: readonly string[] = [],
): Promise<Result[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(PROGRAM);
  return await page.evaluate(
    async ({ options, include, exclude }) =>
      (await window.axe.run({ include, exclude }, options)).violations,
    {
      // It names only what is wrong, since naming the rest costs more than looking at it. Pages with scripts have no frames.
      options: { ...rules, resultTypes: ["violations" as const], iframes: false },
      include: [part ?? ":root"],
      exclude: [...without],
    },
  );
}

async function look(page: Page, { aspect, part, again }: Required<Look>): Promise<Result[]> {
  if (aspect === "all" || aspect === "colours") await page.evaluate(markLooks);
  return await runAxe(page, chooseRules(aspect), part, again ? [LIKE_ITEMS] : []);
}

/**
 * Whether a target is too small with room around it too: one that lies by chance under the edge of
 * what stays at the foot of the window can be scrolled clear of it.
 */
async function isTooSmall(page: Page, target: string): Promise<boolean> {
  await page
    .locator(target)
    .first()
    .evaluate((it) => it.scrollIntoView({ block: "center" }));
  return (await runAxe(page, { runOnly: [OF_SIZES] }, target)).length > 0;
}

/** Fails where axe finds the page, as it is now, at odds with WCAG 2.2 AA or with good practice. */
export async function expectAccessible(
  page: Page,
  { aspect = "all", part = null, again = false }: Look = {},
): Promise<void> {
  // After a click inside the site, Next writes the title a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  const told: string[] = [];
  for (const { id, help, nodes } of await look(page, { aspect, part, again })) {
    for (const { target, html, failureSummary } of nodes) {
      // A menu is its button's and no part of the page's content, wherever its markup stands.
      if (id === "region" && html.includes('role="menu"')) continue;
      if (id === OF_SIZES && !(await isTooSmall(page, String(target)))) continue;
      told.push(`${id} (${help}) at ${target}: ${failureSummary}`);
    }
  }
  expect(told).toEqual([]);
}

/** Fails where the page, and not a part of it, can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond, "px of the page beyond its window").toBe(0);
}

/**
 * Looks at the page as it is in both themes.
 * @param part selector of what is looked at; null: the whole page
 */
export async function expectAccessibleInBothThemes(
  page: Page,
  part: string | null = null,
): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page, { part });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { aspect: "colours", part });
}

/**
 * Looks at the page as it is on a wide screen in both themes, and then on a phone, where it stays.
 * @param onPhone all, where a phone shows other parts than a wide screen
 */
export async function expectAccessibleOnEachScreen(
  page: Page,
  onPhone: "all" | "phone" = "phone",
): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 800 });
  await expectAccessibleInBothThemes(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 360, height: 800 });
  await expectAccessible(page, { aspect: onPhone, again: true });
  await expectNoSidewaysScroll(page);
}
