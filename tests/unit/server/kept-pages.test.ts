import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { PageStore } from "@/lib/server/http/kept-pages";
import { nameScripts } from "@/lib/server/http/page-policy";

afterEach(() => vi.useRealTimers());

const page = (bytes: number, from: { zone: string } | "registry" | "nothing" = "registry") => ({
  headers: { etag: '"a"' },
  br: Buffer.alloc(bytes / 2),
  gzip: Buffer.alloc(bytes / 2),
  from,
  outdatedAt: null,
});

/** Asks for a page until it is kept. @returns how often it was made */
async function keep(store: PageStore, key: string, made: ReturnType<typeof page> | null) {
  let times = 0;
  for (let asked = 0; asked < 3; asked++) {
    await store.find(key, async () => {
      times++;
      return made;
    });
  }
  return times;
}

const isKept = async (store: PageStore, key: string) => {
  let isMade = false;
  await store.find(key, async () => {
    isMade = true;
    return null;
  });
  return !isMade;
};

test("a page is kept at the second request, and made once", async () => {
  const store = new PageStore(1_000_000);
  const first = await store.find("/", async () => page(10));
  expect(first).toBeNull();
  expect(await keep(store, "/", page(10))).toBe(1);
});

test("what cannot be kept is not made for the store again", async () => {
  const store = new PageStore(1_000_000);
  expect(await keep(store, "/", null)).toBe(1);
});

test("equal requests at once wait for one page", async () => {
  const store = new PageStore(1_000_000);
  await store.find("/", async () => null);
  let times = 0;
  const ask = () =>
    store.find("/", async () => {
      times++;
      return page(10);
    });
  const pages = await Promise.all([ask(), ask(), ask()]);
  expect(new Set(pages).size).toBe(1);
  expect(times).toBe(1);
});

test("all pages together take no more than the limit; the one asked for longest ago goes", async () => {
  const store = new PageStore(100_000);
  for (const key of ["/a", "/b", "/c"]) await keep(store, key, page(30_000));
  expect(await isKept(store, "/a")).toBe(true);
  await keep(store, "/d", page(30_000));
  expect(store.bytes).toBeLessThanOrEqual(100_000);
  expect(await isKept(store, "/a")).toBe(true);
  expect(await isKept(store, "/b")).toBe(false);
});

test("evidence on a zone outdates its pages and those of more than one zone", async () => {
  const store = new PageStore(1_000_000);
  const keepAll = async () => {
    await keep(store, "/zones/a", page(10, { zone: "a" }));
    await keep(store, "/zones/b", page(10, { zone: "b" }));
    await keep(store, "/readiness", page(10));
    await keep(store, "/privacy", page(10, "nothing"));
  };
  await keepAll();
  store.outdate(["a"]);
  expect(await isKept(store, "/privacy")).toBe(true);
  expect(await isKept(store, "/zones/b")).toBe(true);
  expect(await isKept(store, "/zones/a")).toBe(false);
});

test("a page of many zones is sent for a second after new evidence, also where more follows", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const store = new PageStore(1_000_000);
  await keep(store, "/readiness", page(10));
  store.outdate(["a"]);
  vi.advanceTimersByTime(900);
  store.outdate(["b"]);
  expect(await isKept(store, "/readiness")).toBe(true);
  vi.advanceTimersByTime(200);
  expect(await keep(store, "/readiness", page(10))).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(await isKept(store, "/readiness")).toBe(true);
});

test("a removed text outdates every page that was made from the registry", async () => {
  const store = new PageStore(1_000_000);
  await keep(store, "/zones/b", page(10, { zone: "b" }));
  await keep(store, "/readiness", page(10));
  await keep(store, "/privacy", page(10, "nothing"));
  store.outdate(null);
  expect(await isKept(store, "/readiness")).toBe(false);
  expect(await isKept(store, "/privacy")).toBe(true);
  expect(await isKept(store, "/zones/b")).toBe(false);
});

test("a page that was being made when something was recorded is not kept", async () => {
  const store = new PageStore(1_000_000);
  await store.find("/", async () => null);
  const made = await store.find("/", async () => {
    store.outdate(["a"]);
    return page(10);
  });
  expect(made).not.toBeNull();
  expect(await isKept(store, "/")).toBe(false);
});

test("the policy names the page's own scripts alone, and no nonce", () => {
  const own = 'self.__next_f.push([1,"</b>"])';
  const html = `<script nonce="N1">${own}</script><script src="/a.js" nonce="N1"></script>
    <script>alert(1)</script><script nonce="N2">alert(2)</script>`;
  const policy = nameScripts(
    "script-src 'self' 'nonce-N1' 'strict-dynamic'; object-src 'none'",
    html,
  );
  const hash = createHash("sha256").update(own).digest("base64");
  expect(policy).toBe(`script-src 'self' 'sha256-${hash}'; object-src 'none'`);
});
