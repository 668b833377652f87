import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The one rule that looks at colours, and the dearest. */
const OF_COLOURS = "color-contrast";

/** The one rule that what lies over the page can break for what lies under it. */
const OF_SIZES = "target-size";

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

/** What is looked at. `colours`: only what a theme changes. `structure`: all but that. */
type Aspect = "all" | "colours" | "structure";

/** What axe finds; it names only what is wrong, since naming the rest costs more than looking at it. */
async function look(page: Page, what: Aspect): Promise<Violations> {
  // Pages with scripts have no frames. To join the results of frames, axe would open a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (what === "colours") return (await axe.withRules(OF_COLOURS).analyze()).violations;
  const all = axe.withTags(TAGS);
  const chosen = what === "structure" ? all.disableRules(OF_COLOURS) : all;
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
export async function expectAccessible(page: Page, what: Aspect = "all"): Promise<void> {
  const told: string[] = [];
  for (const { id, help, nodes } of await look(page, what)) {
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

/** Looks at the page as it is in both themes. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, "colours");
}
