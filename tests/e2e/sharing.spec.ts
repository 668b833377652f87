import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes, expectNoSidewaysScroll } from "./support/accessibility";
import { test } from "./support/test";

test.use({ drawsMaps: false });

const meta = (page: Page, name: string) =>
  page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");

/** Path and query of an address in the page's metadata. */
const pathOf = (address: string | null) => {
  const { pathname, search } = new URL(address ?? "");
  return pathname + search;
};

test("a shared link says what the filter shows, with a picture of it", async ({ page }) => {
  await page.goto("/zones?columns=status&province=sindh");
  await expect(page).toHaveTitle("11 of 44 zones: Sindh · CPEC SEZ Tracker");
  expect(await meta(page, "og:title")).toBe("11 of 44 zones: Sindh");
  expect(await meta(page, "twitter:card")).toBe("summary_large_image");
  expect(await meta(page, "og:image:alt")).toContain("11 of 44 zones: Sindh");
  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
  expect(pathOf(canonical)).toBe("/zones?province=sindh");
  expect(pathOf(await meta(page, "og:url"))).toBe("/zones?province=sindh");

  const sindh = await page.request.get(pathOf(await meta(page, "og:image")));
  expect(sindh.headers()["content-type"]).toBe("image/png");
  const picture = await sindh.body();
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  await page.goto("/zones?province=punjab");
  const punjab = await page.request.get(pathOf(await meta(page, "og:image")));
  expect((await punjab.body()).equals(picture)).toBe(false);
});

test("a past day is in the title and is not offered to search engines", async ({ page }) => {
  await page.goto("/zones/rashakai-sez?asOf=2021-12-31");
  await expect(page).toHaveTitle(
    "Rashakai Special Economic Zone (as of 31 December 2021) · CPEC SEZ Tracker",
  );
  expect(await meta(page, "robots")).toBe("noindex");
  await page.goto("/zones/rashakai-sez");
  await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
});

test("programs find how to embed a page", async ({ page, baseURL }) => {
  await page.goto("/zones/rashakai-sez");
  const found = page.locator('link[type="application/json+oembed"]');
  const answer = await page.request.get(pathOf(await found.getAttribute("href")));
  const { type, title, html } = await answer.json();
  expect([type, title]).toEqual(["rich", "Rashakai Special Economic Zone"]);
  expect(html).toContain(`src="${new URL("/embed/zone/rashakai-sez", baseURL).href}"`);
});

test("structured data says what is known of a zone and of the data", async ({ page }) => {
  const read = async () =>
    (await page.locator('script[type="application/ld+json"]').allTextContents()).map((json) =>
      JSON.parse(json),
    );
  await page.goto("/zones/rashakai-sez");
  const [place, crumbs] = await read();
  expect(place).toMatchObject({ "@type": "Place", name: "Rashakai Special Economic Zone" });
  expect(crumbs.itemListElement.map(({ name }: { name: string }) => name)).toEqual([
    "Zones",
    "Khyber Pakhtunkhwa",
    "Rashakai Special Economic Zone",
  ]);
  await page.goto("/data");
  const [dataset] = await read();
  expect(dataset).toMatchObject({ "@type": "Dataset", isAccessibleForFree: true });
  for (const { contentUrl } of dataset.distribution) {
    expect((await page.request.head(pathOf(contentUrl))).status()).toBe(200);
  }
});

test("browsers get an icon and a manifest", async ({ page }) => {
  await page.goto("/method");
  const manifest = await page.locator('link[rel="manifest"]').getAttribute("href");
  const { icons, name } = await (await page.request.get(manifest ?? "")).json();
  expect(name).toBe("CPEC SEZ Tracker");
  for (const path of ["/favicon.ico", ...icons.map(({ src }: { src: string }) => src)]) {
    expect((await page.request.get(path)).status(), path).toBe(200);
  }
});

const EMBEDS = [
  "/embed/map?province=sindh",
  "/embed/table",
  "/embed/zone/rashakai-sez",
  "/embed/chart/readiness",
  "/embed/chart/progress",
  "/embed/chart/power",
  "/embed/chart/firms",
];

for (const path of EMBEDS) {
  test(`${path} can be read by everybody, on a phone too`, async ({ page }) => {
    await page.goto(path);
    await expectAccessibleInBothThemes(page);
    await page.setViewportSize({ width: 320, height: 540 });
    await expectNoSidewaysScroll(page);
    await expect(page.locator("script")).toHaveCount(0);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test("an embed is shown in a page of another site, and other pages are not", async ({
  page,
  baseURL,
  troubles,
}) => {
  const names = ["/", "/embed/map?province=sindh", "/sign-in", "/embed/no-such-embed"];
  const frames = names.map((path) => `<iframe src="${new URL(path, baseURL)}"></iframe>`);
  // Another site on this machine: a browser lets no page of the internet frame what is here.
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end(frames.join(""));
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  const { port } = site.address() as AddressInfo;
  // What the browser says of a refused frame is at no address.
  for (const path of ["/other-site", "", "/", "/sign-in", "/embed/no-such-embed"]) {
    troubles.expectAt(path);
  }
  await page.goto(`http://127.0.0.1:${port}/other-site`);
  const shown = page.frameLocator("iframe").nth(1);
  await expect(shown.getByRole("heading", { level: 1 })).toContainText("11 of 44 zones: Sindh");
  const link = shown.getByRole("contentinfo").getByRole("link", { name: "CPEC SEZ Tracker" });
  await expect(link).toHaveAttribute("href", new URL("/zones?province=sindh", baseURL).href);
  site.close();
  const countRefused = () =>
    page.frames().filter((one) => one.url().startsWith("chrome-error:")).length;
  await expect.poll(countRefused).toBe(2);

  for (const path of names) {
    const headers = (await page.request.get(new URL(path, baseURL).href)).headers();
    const isEmbed = path.startsWith("/embed/");
    expect(headers["x-frame-options"], path).toBe(isEmbed ? undefined : "DENY");
    expect(headers["content-security-policy"], path).toContain(
      isEmbed ? "frame-ancestors *" : "frame-ancestors 'none'",
    );
  }
});

test("a reader copies the code of what the explorer shows", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/zones?province=sindh");
  await page.getByRole("button", { name: "Embed", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Embed in a page" });
  await panel.getByRole("button", { name: "Copy" }).first().click();
  const address = new URL("/embed/map?province=sindh", baseURL).href;
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`<iframe src="${address}"`);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the explorer shows the zones on a drawn map", async ({ page }) => {
    await page.goto("/zones?province=sindh");
    const map = page.frameLocator(".map-panel iframe");
    await expect(map.locator("svg a")).toHaveCount(11);
  });
});
