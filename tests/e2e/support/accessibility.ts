import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The one rule that looks at colours, and the dearest. */
const OF_COLOURS = "color-contrast";

/** The one rule that what lies over the page can break for what lies under it. */
const OF_SIZES = "target-size";

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

/** The rules that a translation can break: names that are missing or the same, and the language itself. */
const OF_WORDS = [
  ...["html-has-lang", "html-lang-valid", "html-xml-lang-mismatch", "valid-lang", "document-title"],
  ...["link-name", "button-name", "image-alt", "role-img-alt", "svg-img-alt", "summary-name"],
  ...["label", "select-name", "input-button-name", "aria-command-name", "aria-input-field-name"],
  ...["aria-meter-name", "aria-progressbar-name", "aria-toggle-field-name", "aria-dialog-name"],
  ...["frame-title", "empty-heading", "landmark-unique", "label-title-only"],
];

/** What is looked at. `colours`: only what a theme changes. `structure`: all but that. `words`: what a translation changes. */
type Aspect = "all" | "colours" | "structure" | "words";

interface Look {
  /** All by default. */
  readonly aspect?: Aspect;
  /** Selector of what is looked at; null, by default: the whole page. */
  readonly part?: string | null;
  /** Was the page looked at before, in another theme or on another screen? Of long lists, fewer like items are looked at again. */
  readonly again?: boolean;
}

/** Items of a list or table after the 12th, but for every fourth. */
const LIKE_ITEMS = ":is(tr, li, dt, dd, dl > div):nth-child(n + 13):not(:nth-child(4n))";

/** What axe finds; it names only what is wrong, since naming the rest costs more than looking at it. */
async function look(page: Page, { aspect, part, again }: Required<Look>): Promise<Violations> {
  // Pages with scripts have no frames. To join the results of frames, axe would open a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (part !== null) axe.include(part);
  if (again) axe.exclude(LIKE_ITEMS);
  if (aspect === "colours") return (await axe.withRules(OF_COLOURS).analyze()).violations;
  if (aspect === "words") return (await axe.withRules(OF_WORDS).analyze()).violations;
  const all = axe.withTags(TAGS);
  const chosen = aspect === "structure" ? all.disableRules(OF_COLOURS) : all;
  return (await chosen.analyze()).violations;
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
  const axe = new AxeBuilder({ page }).setLegacyMode().include(target).withRules(OF_SIZES);
  return (await axe.analyze()).violations.length > 0;
}

/** Fails where axe finds the page, as it is now, at odds with WCAG 2.2 AA or with good practice. */
export async function expectAccessible(
  page: Page,
  { aspect = "all", part = null, again = false }: Look = {},
): Promise<void> {
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
  await expectAccessible(page, { aspect: "colours", part, again: true });
}
