import type { Page } from "@playwright/test";

/**
 * Collects what a page says of changes from now on, since the next revision, which may be another test's, replaces a note.
 * @returns what it has said so far
 */
export async function collectNotes(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const collected = window as unknown as { notes: string };
    collected.notes = "";
    const collect = () => {
      for (const note of document.querySelectorAll("[role=status] li")) {
        collected.notes += `${note.textContent}\n`;
      }
    };
    new MutationObserver(collect).observe(document.body, {
      ...{ childList: true, characterData: true, subtree: true },
    });
  });
  return () => page.evaluate(() => (window as unknown as { notes: string }).notes);
}
