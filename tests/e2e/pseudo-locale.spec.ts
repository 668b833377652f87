import fs from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { addressIn } from "../../lib/text/reader-language";
import { expectNoSidewaysScroll } from "./support/accessibility";
import { PUBLIC_PAGES } from "./support/pages";
import { test } from "./support/test";

// Every page in the test language, which is made from English: 35% longer, with accents, and from right
// to left. It finds layouts that break in another language.

const NAMESPACES = fs
  .readdirSync("lib/text/messages/en")
  .map((file) => path.basename(file, ".json"));

/** A key of a message: its namespace and at least two names; but no host, such as news.com.pk. */
const KEY = new RegExp(
  `\\b(?:${NAMESPACES.join("|")})(?!\\.[\\w.]*com\\b)(?:\\.[a-z][A-Za-z]+){2,}`,
  "g",
);

const WIDTHS = [1440, 360] as const;

test.use({ drawsMaps: false });

for (const { path: address, refused } of PUBLIC_PAGES) {
  test(`in the test language: ${address}`, async ({ page, troubles }) => {
    const inTestLanguage = addressIn("en-XA", address);
    if (refused) troubles.expectAt(inTestLanguage);
    await page.goto(inTestLanguage);
    await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const width of WIDTHS) {
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
        expect(await page.evaluate(findClippedWords), "words that are cut off").toEqual([]);
      });
    }
    expect(await listKeysShown(page), "keys in place of messages").toEqual([]);
  });
}

/** Words such as `layout.live.updated`, which a reader sees where a message is missing. */
async function listKeysShown(page: Page): Promise<string[]> {
  const words = await page.locator("body").ariaSnapshot();
  return words.match(KEY) ?? [];
}

/**
 * The controls whose words are cut off: by a box that hides what does not fit and shows no ellipsis, or
 * beyond the edge of their button. Runs in the page.
 */
function findClippedWords(): string[] {
  const controls = [...document.querySelectorAll("a, button, summary, label, legend, th")];
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${element.textContent?.trim().slice(0, 60)}`;
  const isHiding = (element: Element) => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    // What is kept for screen readers is a pixel wide.
    const forReaders = element.clientWidth <= 1;
    return ["hidden", "clip"].includes(overflowX) && textOverflow !== "ellipsis" && !forReaders;
  };
  const isCutOff = (control: Element) =>
    [control, ...control.querySelectorAll("*")].some(
      (part) => isHiding(part) && part.scrollWidth > part.clientWidth + 1,
    );
  const spills = (button: Element) => {
    const box = button.getBoundingClientRect();
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const parent = text.parentElement;
      // What is kept for screen readers is a pixel wide.
      if (parent === null || !isShown(parent) || parent.getBoundingClientRect().width <= 1)
        continue;
      if (getComputedStyle(parent).textOverflow === "ellipsis") continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, width } = range.getBoundingClientRect();
      if (width > 1 && (left < box.left - 1 || right > box.right + 1)) return true;
    }
    return false;
  };
  return controls
    .filter(isShown)
    .filter((control) => isCutOff(control) || (control.tagName === "BUTTON" && spills(control)))
    .map(nameOf);
}
