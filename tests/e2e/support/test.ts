import { test as base, expect } from "@playwright/test";
import { ExplorerDriver } from "./explorer-driver";
import { PageTroubles } from "./page-troubles";
import { ZoneDriver } from "./zone-driver";

interface Fixtures {
  /** Can the browser draw maps? Tests that look at none are quicker without; the list holds the same zones. */
  drawsMaps: boolean;
  /** Fails the test over anything that a page must not do, unless it was expected. */
  troubles: PageTroubles;
  explorer: ExplorerDriver;
  zonePage: ZoneDriver;
}

/** A test in a browser: quiet pages, and drivers that speak of zones. */
export const test = base.extend<Fixtures>({
  drawsMaps: [true, { option: true }],
  context: async ({ context, drawsMaps }, provide) => {
    if (!drawsMaps) await context.addInitScript(takeWebGlAway);
    await provide(context);
  },
  troubles: [
    async ({ context, baseURL }, provide) => {
      const troubles = new PageTroubles(context, baseURL ?? "");
      await provide(troubles);
      expect(troubles.seen(), "the page does nothing that it must not").toEqual([]);
    },
    { auto: true },
  ],
  explorer: async ({ page }, provide) => provide(new ExplorerDriver(page)),
  zonePage: async ({ page }, provide) => provide(new ZoneDriver(page)),
});

/** Runs in the page. */
function takeWebGlAway() {
  HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
    apply: (getContext, canvas, [kind, ...rest]) =>
      String(kind).startsWith("webgl") ? null : Reflect.apply(getContext, canvas, [kind, ...rest]),
  });
}
