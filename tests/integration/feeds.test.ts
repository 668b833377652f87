import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ROLES } from "../../lib/catalogue/roles";
import { createSource } from "../support/facts";
import { atom, type FeedServer, rss, startFeedServer } from "../support/feed-server";
import { headersFrom, newPerson, signInAs } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

process.env.AUTH_SECRET = "a secret of the tests, of more than 32 characters";

/** Headers of the request to the action under test. */
let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const database = testDatabase("seeded");
let server: FeedServer;

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(async () => {
  await server.stop();
  const { registryStore } = await import("../../lib/server/registry/store");
  await registryStore().stop();
});
beforeEach(() => sql(database.url, "DELETE FROM job", "DELETE FROM article", "DELETE FROM feed"));

/** One instance with these feeds in its settings reads those that are due. */
async function read(addresses: readonly string[], timeoutMs?: number): Promise<void> {
  const { feedJobs } = await import("../../lib/server/desk/feeds");
  const { runDueJobs } = await import("../../lib/server/queue/queue");
  const jobs = feedJobs(addresses, timeoutMs);
  await jobs.prepare();
  await runDueJobs(jobs);
}

/** What the page shows with these feeds in the settings. */
async function list(addresses: readonly string[] = []) {
  const { listArticles } = await import("../../lib/server/desk/articles");
  return listArticles([...addresses]);
}

const makeDue = () => sql(database.url, "UPDATE job SET due_at = now(), attempt_at = now()");
const links = async () =>
  (await sql(database.url, "SELECT link FROM article ORDER BY link")).map(({ link }) => link);

/** An item of RSS about Rashakai. */
const about = (link: string, more = "") =>
  `<title>Rashakai SEZ gets power</title><link>${link}</link>${more}`;
const RASHAKAI = "Rashakai Special Economic Zone";
/** How reading one feed went, as the page shows it. */
const stateOf = async (address: string) => (await list([address])).feeds[0];

describe("the articles of feeds", () => {
  test("are those of RSS and Atom that name a zone or a firm in title or summary, with link and day", async () => {
    server.serve(
      "/rss",
      rss(
        about(
          "https://example.org/power?utm_source=rss",
          "<pubDate>Mon, 30 Nov 2026 20:00:00 GMT</pubDate>",
        ),
        "<title><![CDATA[<b>Factories</b> &amp; jobs]]></title><link>/jobs</link><description>&lt;p&gt;Novatex hires&lt;/p&gt;</description>",
        "<title>Rain in Lahore</title><link>https://example.org/rain</link>",
        "<title>Rashakai SEZ without a page</title><link>javascript:alert(1)</link>",
      ),
    );
    server.serve(
      "/atom",
      atom(
        `<title>Dhabeji tenders</title><link href="https://example.org/tenders"/><published>2999-01-01T00:00:00Z</published><summary>For the Dhabeji SEZ</summary>`,
      ),
    );
    const feeds = [`${server.url}/rss`, `${server.url}/atom`];
    await read(feeds);
    const { articles, feeds: states } = await list(feeds);
    const [host] = feeds.map((address) => new URL(address).host);
    const by = (title: string) => articles.find((article) => article.title === title);
    expect(articles).toHaveLength(3);
    expect(by("Rashakai SEZ gets power")).toMatchObject({
      link: "https://example.org/power?utm_source=rss",
      publishedOn: "2026-12-01",
      names: [RASHAKAI],
      feed: `${host}/rss`,
    });
    expect(by("Factories & jobs")).toMatchObject({
      link: "https://example.org/jobs",
      publishedOn: null,
      names: ["Novatex"],
    });
    // A day that has not come is not taken.
    expect(by("Dhabeji tenders")).toMatchObject({
      publishedOn: null,
      names: ["Dhabeji Special Economic Zone"],
    });
    expect(states).toMatchObject(
      feeds.map(() => ({ succeededAt: expect.any(String), failure: null, status: null })),
    );
  });

  test("are offered once, from all feeds, also by two instances that read at once", async () => {
    server.serve("/a", rss(about("https://www.example.org/once/?utm_source=a")));
    server.serve("/b", rss(about("http://example.org/once"), about("https://example.org/other")));
    const feeds = [`${server.url}/a`, `${server.url}/b`];
    const before = server.asked.length;
    await Promise.all([read(feeds), read(feeds)]);
    expect(server.asked.slice(before).sort()).toEqual(["/a", "/b"]);
    expect(await links()).toHaveLength(2);
    await makeDue();
    await read(feeds);
    expect(await links()).toHaveLength(2);
  });

  test("are not offered again after they were dismissed, and not once a source has their link", async () => {
    const [source] = await sql(database.url, "SELECT url FROM source WHERE url IS NOT NULL");
    server.serve("/c", rss(about("https://example.org/c"), about(String(source?.url))));
    const feeds = [`${server.url}/c`];
    await read(feeds);
    const [article, ...others] = (await list()).articles;
    expect(article).toMatchObject({ link: "https://example.org/c" });
    expect(others).toEqual([]);
    const { findArticle, setArticleState } = await import("../../lib/server/desk/articles");
    const actor = { id: "sara", name: "Sara", address: null };
    const set = (state: "open" | "dismissed") =>
      setArticleState({ id: article?.id ?? "", state }, actor);
    expect(await set("dismissed")).toEqual({ ok: true, value: null });
    await makeDue();
    await read(feeds);
    expect((await list()).articles).toEqual([]);
    expect(await findArticle(article?.id ?? "")).toBeNull();
    expect(await set("open")).toEqual({ ok: true, value: null });
    expect(await findArticle(article?.id ?? "")).toEqual(article);
    // Somebody records from it.
    await sql(database.url, `UPDATE article SET normalized_link = 'example.org/recorded'`);
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const { newClaim } = await import("../support/new-claim");
    const written = await writeLedger({
      author: "Sara",
      purpose: "a test",
      claims: [newClaim({ sourceId: "recorded-2026" })],
      subjects: {
        zones: [],
        tenancies: [],
        events: [],
        context: [],
        sources: [
          createSource({
            id: "recorded-2026",
            url: "https://example.org/recorded",
            publishedOn: "2026-11-30",
            accessed: "2026-12-01",
          }),
        ],
      },
    });
    expect(written).toMatchObject({ ok: true });
    expect((await list()).articles).toEqual([]);
    await makeDue();
    await read(feeds);
    expect(await sql(database.url, "SELECT state FROM article WHERE link LIKE '%/c'")).toEqual(
      expect.arrayContaining([{ state: "recorded" }]),
    );
    expect(await set("open")).toMatchObject({ ok: false });
  });

  test("are dismissed by analysts and above, and by nobody else", async () => {
    server.serve("/roles", rss(about("https://example.org/roles")));
    await read([`${server.url}/roles`]);
    const [article] = (await list()).articles;
    const { setArticle } = await import("../../app/admin/work/actions");
    const results: Record<string, boolean> = {};
    for (const role of ["visitor", ...ROLES] as const) {
      const cookie = role === "visitor" ? undefined : await signInAs(await newPerson(role));
      requestHeaders = headersFrom({ cookie });
      results[role] = (await setArticle({ id: article?.id, state: "dismissed" })).ok;
    }
    const no = { visitor: false, reader: false };
    expect(results).toEqual({ ...no, analyst: true, reviewer: true, admin: true });
    expect(await setArticle({ id: article?.id, state: "recorded" })).toMatchObject({ ok: false });
  });
});

describe("a feed", () => {
  test("is read again in an hour, and not before; one that left the settings no more", async () => {
    const feeds = [`${server.url}/hourly`];
    server.serve("/hourly", rss());
    await read(feeds);
    const before = server.asked.length;
    await read(feeds);
    expect(server.asked).toHaveLength(before);
    const [job] = await sql(database.url, "SELECT attempt_at, attempts FROM job");
    expect(job).toMatchObject({ attempts: 0 });
    expect((Number(job?.attempt_at) - Date.now()) / 60_000).toBeCloseTo(60, 0);
    await makeDue();
    await read([]);
    expect(await sql(database.url, "SELECT * FROM job")).toEqual([]);
  });

  test("that fails says why and when it was last read, and is tried again in an hour", async () => {
    const address = `${server.url}/moody`;
    const feeds = [address];
    server.serve("/moody", rss());
    await read(feeds);
    const succeededAt = (await stateOf(address))?.succeededAt;
    expect(succeededAt).toEqual(expect.any(String));
    server.serve("/moody", (response) => response.writeHead(503).end());
    await makeDue();
    await read(feeds);
    expect(await stateOf(address)).toMatchObject({ succeededAt, failure: "status", status: 503 });
    const [job] = await sql(database.url, "SELECT attempt_at FROM job");
    expect((Number(job?.attempt_at) - Date.now()) / 60_000).toBeCloseTo(60, 0);
    server.serve("/moody", rss());
    await makeDue();
    await read(feeds);
    expect(await stateOf(address)).toMatchObject({ failure: null, status: null });
  });

  const whole = rss(about("https://example.org/broken"));
  test.each([
    ["a page", "<!doctype html><html><body>Hello</body></html>"],
    ["nothing", ""],
    ["a feed that is cut off", whole.slice(0, -20)],
    [
      "an entity that reads a file",
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss()}`,
    ],
    ["tags without an end", `<rss><channel>${"<a>".repeat(10_000)}</rss>`],
  ])("is not complete where it is %s", async (_what, text) => {
    server.serve("/broken", text);
    await read([`${server.url}/broken`]);
    expect(await stateOf(`${server.url}/broken`)).toMatchObject({ failure: "format" });
    expect(await links()).toEqual([]);
  });

  test("of more than 2 MB is not read to its end", async () => {
    const done = vi.fn();
    server.serve("/large", (response) => {
      response.on("close", () => done(response.writableFinished));
      const write = () => {
        while (!response.destroyed && response.write("x".repeat(100_000)));
        if (!response.destroyed) response.once("drain", write);
      };
      write();
    });
    await read([`${server.url}/large`]);
    expect(await stateOf(`${server.url}/large`)).toMatchObject({ failure: "size" });
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith(false));
  });

  test.each([
    ["never answers", () => {}],
    [
      "never ends",
      (response: { write: (text: string) => unknown }) => void response.write("<rss>"),
    ],
  ])("that %s is left after its time", async (_what, answer) => {
    server.serve("/slow", answer);
    await read([`${server.url}/slow`], 300);
    expect(await stateOf(`${server.url}/slow`)).toMatchObject({ failure: "slow" });
  });

  test("may redirect 3 times, and never to a private address", async () => {
    const redirect = (path: string, to: string) =>
      server.serve(path, (response) => response.writeHead(302, { location: to }).end());
    for (const n of [1, 2, 3, 4]) redirect(`/hop${n}`, `/hop${n - 1}`);
    server.serve("/hop0", rss(about("https://example.org/hop")));
    await read([`${server.url}/hop3`, `${server.url}/hop4`]);
    expect(await stateOf(`${server.url}/hop3`)).toMatchObject({ failure: null });
    expect(await stateOf(`${server.url}/hop4`)).toMatchObject({ failure: "redirects" });
    const other = await startFeedServer();
    const places = [
      other.url,
      "http://10.0.0.1/",
      "http://169.254.169.254/latest/meta-data",
      "http://[::1]/",
      "file:///etc/passwd",
      "http://user:secret@example.org/",
    ];
    for (const [index, place] of places.entries()) redirect(`/to${index}`, place);
    const feeds = places.map((_place, index) => `${server.url}/to${index}`);
    await read(feeds);
    expect((await list(feeds)).feeds.map(({ failure }) => failure)).toEqual(
      feeds.map(() => "address"),
    );
    expect(other.asked).toEqual([]);
    await other.stop();
  });

  test("may not be at a private address, and is named without its parameters", async () => {
    const feeds = ["http://10.0.0.1/feed?key=secret", "http://127.0.0.1:1/feed"];
    await read(feeds);
    expect((await list(feeds)).feeds).toMatchObject([
      { name: "10.0.0.1/feed", failure: "address", succeededAt: null },
      { name: "127.0.0.1:1/feed", failure: "unreachable" },
    ]);
    const rows = JSON.stringify(await sql(database.url, "SELECT * FROM feed, job"));
    expect(rows).not.toMatch(/secret|10\.0\.0\.1/);
  });
});
