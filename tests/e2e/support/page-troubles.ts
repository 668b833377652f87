import type { BrowserContext } from "@playwright/test";

/** Something that a page must not do: what it was, and at which address. */
interface Trouble {
  readonly what: string;
  readonly url: string;
}

/**
 * Collects what must not happen in a browser: errors in the console (violations of the content
 * security policy and failed hydration among them), uncaught errors, own requests that fail or are
 * refused, and any request to somebody else.
 */
export class PageTroubles {
  private readonly troubles: Trouble[] = [];
  private readonly expected: string[] = [];

  /** @param baseURL address of the tracker; what lies elsewhere is somebody else's */
  constructor(context: BrowserContext, baseURL: string) {
    const { origin } = new URL(baseURL);
    context.on("console", (message) => {
      if (message.type() === "error") this.note(message.text(), message.location().url);
    });
    context.on("weberror", (error) => {
      const { stack, message } = error.error();
      this.note(`uncaught: ${stack ?? message}`, error.page()?.url() ?? "");
    });
    context.on("request", (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol.startsWith("http") && asked !== origin) {
        this.note("asks somebody else", request.url());
      }
    });
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // A page that is left gives its requests up; and what the policy forbids is told by the console,
      // which keeps quiet where scripts are switched off.
      if (why !== "net::ERR_ABORTED" && why !== "csp") this.note(`failed: ${why}`, request.url());
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.note(`answered ${response.status()}`, response.url());
    });
  }

  /** Lets a path be refused or fail: for tests of what the page does then. */
  expectAt(path: string): void {
    this.expected.push(path);
  }

  /** What happened and was not expected, as sentences. */
  seen(): string[] {
    return this.troubles
      .filter(({ url }) => !this.expected.some((path) => pathOf(url) === path))
      .map(({ what, url }) => `${url}: ${what}`);
  }

  private note(what: string, url: string): void {
    this.troubles.push({ what, url });
  }
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
