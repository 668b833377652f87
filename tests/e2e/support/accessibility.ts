import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The one rule that looks at colours, and the dearest. */
const OF_COLOURS = "color-contrast";

/**
 * Fails where axe finds the page, as it is now, at odds with WCAG 2.2 AA or with good practice.
 * @param what `colours`: only what another theme changes
 */
export async function expectAccessible(page: Page, what: "all" | "colours" = "all"): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (what === "all"
    ? axe.withTags(RULES)
    : axe.withRules([OF_COLOURS])
  ).analyze();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
  );
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
