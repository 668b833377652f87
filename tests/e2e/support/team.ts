import { type Browser, expect, type Page } from "@playwright/test";
import { PageTroubles } from "./page-troubles";

/** Several people at once, each at a browser of their own that is watched for what pages must not do. */
export class Team {
  private readonly watched: PageTroubles[] = [];

  /** @param address of the tracker that they open, unless they open another one */
  constructor(
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  /** A page in a new browser, in which nobody has signed in. */
  async openBrowser(baseURL = this.address): Promise<Page> {
    const context = await this.browser.newContext({ baseURL });
    this.watched.push(new PageTroubles(context, baseURL));
    return await context.newPage();
  }

  /** Fails where a page of one of them did what it must not do. */
  expectNoTroubles(): void {
    expect(this.watched.flatMap((one) => one.seen())).toEqual([]);
  }
}
