import type { Page } from "@playwright/test";
import type { PageTroubles } from "./page-troubles";

/**
 * Keeps the news of other tests' writes from a page that is opened later. It would load the page again, for the person who
 * is signed in by then.
 */
export async function holdNews(page: Page, troubles: PageTroubles): Promise<void> {
  troubles.expectAt("/api/v1/stream");
  await page.route("**/api/v1/stream", (route) => route.abort());
}
