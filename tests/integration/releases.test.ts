import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { ReleaseAnswer } from "../../lib/contract/answer-schemas";
import { ANSWER_SCHEMAS, problemSchema } from "../../lib/contract/answer-schemas";
import { sortByDay } from "../../lib/contract/release-answer";
import type { ReleaseOrder, ReleaseResult } from "../../lib/server/releases/make-release";
import { get } from "../support/api";
import { newClaim } from "../support/new-claim";
import { readCsv, readGeoPackage } from "../support/read-files";
import { readZipBytes } from "../support/read-workbook";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");

const ORDER: ReleaseOrder = {
  asOf: "2026-11-24",
  notes: null,
  by: "tester",
  anyway: false,
  dryRun: false,
};

async function make(part: Partial<ReleaseOrder> = {}): Promise<ReleaseResult> {
  const { makeRelease } = await import("../../lib/server/releases/make-release");
  return await makeRelease({ ...ORDER, ...part });
}

async function makeOrThrow(part: Partial<ReleaseOrder> = {}) {
  const result = await make(part);
  if (!result.ok) throw new Error(result.message);
  return result.release;
}

const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** The parts of the catalogue that are compared with the files. */
interface Catalogue {
  readonly "dcat:dataset": readonly {
    readonly "dcat:distribution"?: readonly {
      readonly "@id": string;
      readonly "dcat:byteSize"?: { readonly "@value": string };
      readonly "spdx:checksum"?: {
        readonly "spdx:checksumValue": { readonly "@value": string };
      };
    }[];
  }[];
}

const list = (search = "", init: RequestInit = {}) => get(`releases${search}`, init);
const getFile = (number: string, file: string, init: RequestInit = {}) =>
  get(`releases/${number}/${file}`, init);

const listReleases = async () => ((await (await list()).json()) as { data: ReleaseAnswer[] }).data;

/** Checksums of the files of a release as the API sends them, by file name. */
async function readChecksums(number: string): Promise<Record<string, string>> {
  const release = (await listReleases()).find((one) => one.number === number);
  const sums: Record<string, string> = {};
  for (const { name } of release?.files ?? []) {
    const bytes = Buffer.from(await (await getFile(number, name)).arrayBuffer());
    sums[name] = hash(bytes);
  }
  return sums;
}

let before: Record<string, string> = {};

beforeAll(async () => {
  await makeOrThrow({ notes: "The first release." });
  before = await readChecksums("2026.1");
});

test("the files that are sent have the checksums of the list and of SHA256SUMS", async () => {
  const [release] = await listReleases();
  expect(release).toMatchObject({
    number: "2026.1",
    asOf: "2026-11-24",
    knownOn: expect.stringMatching(/^r1-[0-9a-f]{8}$/),
    since: null,
    notes: "The first release.",
  });
  expect(release?.files.map(({ name }) => name)).toContain("zones.csv");
  expect(before).toEqual(
    Object.fromEntries(release?.files.map(({ name, sha256 }) => [name, sha256]) ?? []),
  );
  const list = await (await getFile("2026.1", "SHA256SUMS")).text();
  const { SHA256SUMS: _, ...others } = before;
  expect(list).toBe(
    Object.entries(others)
      .map(([name, sum]) => `${sum}  ${name}\n`)
      .join(""),
  );
});

describe("making a release", () => {
  test("is rejected if nothing changed, unless it is forced", async () => {
    expect(await make()).toMatchObject({
      ok: false,
      code: "nothing-changed",
      message: expect.stringContaining("Nothing changed since release 2026.1"),
    });
    expect(await make({ anyway: true, dryRun: true })).toMatchObject({
      release: { number: "2026.2", since: "2026.1", changes: 0 },
    });
    expect(await listReleases()).toHaveLength(1);
  });

  test("is rejected for an invalid or future day", async () => {
    expect(await make({ asOf: "2026-02-30" })).toMatchObject({ ok: false, code: "bad-day" });
    expect(await make({ asOf: "2199-01-01" })).toMatchObject({ ok: false, code: "bad-day" });
  });

  test("is numbered by the year of its day and compared with the previous day", async () => {
    const known = { knownOn: "r1" };
    expect(await makeOrThrow({ asOf: "2024-06-30", ...known })).toMatchObject({
      number: "2024.1",
      since: null,
    });
    const later = await makeOrThrow({ asOf: "2025-06-30", ...known });
    expect(later).toMatchObject({ number: "2025.1", since: "2024.1" });
    expect(later.changes).toBeGreaterThan(0);
  });

  test("three times at once gives 3 consecutive numbers", async () => {
    const both = await Promise.all([1, 2, 3].map(() => makeOrThrow({ anyway: true })));
    expect(both.map(({ number }) => number).sort()).toEqual(["2026.2", "2026.3", "2026.4"]);
    const compared = new Map(both.map(({ number, since }) => [number, since]));
    expect(compared.get("2026.4")).toBe("2026.3");
  });

  test("is audited", async () => {
    const [entry] = await sql(
      database.url,
      "SELECT actor_name, subject, revision_id FROM audit_entry WHERE action = 'release-made' ORDER BY id",
    );
    expect(entry).toEqual({ actor_name: "tester", subject: "2026.1", revision_id: 1 });
  });

  test("after new claims lists their changes and keeps earlier releases", async () => {
    const { writeLedger } = await import("../../lib/server/ledger/ledger");
    const claim = newClaim({ field: "status", value: "operational", asOf: "2026-11-20" });
    const write = { author: "tester", purpose: "a test", claims: [claim] };
    expect(await writeLedger(write)).toMatchObject({ ok: true });
    const next = await makeOrThrow({ knownOn: "r2" });
    expect(next).toMatchObject({ number: "2026.5", revision: 2, since: "2026.4" });
    expect(next.changes).toBeGreaterThan(0);
    expect(await (await getFile("2026.5", "changes.csv")).text()).toContain(claim.id);
    expect(await (await getFile("2026.5", "claims.csv")).text()).toContain(claim.id);
    expect(await readChecksums("2026.1")).toEqual(before);
  });
});

describe("a release never changes", () => {
  const REJECTED = [
    ["UPDATE", "release", "UPDATE release SET notes = 'another'"],
    ["UPDATE", "release_file", "UPDATE release_file SET name = 'another'"],
    ["DELETE", "release", "DELETE FROM release"],
    ["DELETE", "release_file", "DELETE FROM release_file"],
    ["TRUNCATE", "release", "TRUNCATE release CASCADE"],
    ["TRUNCATE", "release_file", "TRUNCATE release_file"],
  ] as const;
  const FURTHER = `INSERT INTO release_file
    SELECT release_number, 'further.csv', 99, media_type, records, size, sha256, content
    FROM release_file WHERE release_number = '2026.1' AND name = 'zones.csv'`;

  test.each(REJECTED)("%s on %s is rejected", async (verb, table, statement) => {
    const message = new RegExp(`(release_file|${table}) is append-only, ${verb} is refused`);
    await expect(sql(database.url, statement)).rejects.toThrow("permission denied");
    await expect(sql(database.ownerUrl, statement)).rejects.toThrow(message);
    await expect(
      sql(database.adminUrl, "SET session_replication_role = replica", statement),
    ).rejects.toThrow(message);
  });

  test("a further file is rejected", async () => {
    await expect(sql(database.url, FURTHER)).rejects.toThrow("append-only, a further file");
    await expect(
      sql(database.adminUrl, "SET session_replication_role = replica", FURTHER),
    ).rejects.toThrow("append-only, a further file");
  });

  test("a file with a wrong checksum is rejected", async () => {
    const forged = `INSERT INTO release_file
      SELECT '2026.9', name, sort_order, media_type, records, size, repeat('0', 64), content
      FROM release_file WHERE release_number = '2026.1' AND name = 'zones.csv'`;
    await expect(
      sql(
        database.url,
        "BEGIN",
        `INSERT INTO release SELECT '2026.9', 2026, 9, day, revision_id, method, NULL, made_at, made_by, notes
         FROM release WHERE number = '2026.1'`,
        forged,
      ),
    ).rejects.toThrow("release_file_sha256_check");
  });
});

describe("by the API", () => {
  test("the list has its schema, newest first, in pages", async () => {
    const answer: unknown = await (await list()).json();
    const schema: z.ZodType = ANSWER_SCHEMAS.releases;
    expect(schema.safeParse(answer).error?.issues ?? []).toEqual([]);
    const numbers = (await listReleases()).map(({ number }) => number);
    expect(numbers[0]).toBe("2026.5");
    const page = await (await list("?limit=2&offset=1")).json();
    expect(page).toMatchObject({ meta: { matched: numbers.length } });
    expect(page.data.map(({ number }: ReleaseAnswer) => number)).toEqual(numbers.slice(1, 3));
  });

  test("a file has its type, name, tag, and caches ask each time whether it was withdrawn", async () => {
    const response = await getFile("2026.1", "zones.csv");
    const etag = `"${before["zones.csv"]}"`;
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="zones.csv"',
      "cache-control": "public, max-age=0, s-maxage=1",
      "access-control-allow-origin": "*",
      etag,
    });
    const again = await getFile("2026.1", "zones.csv", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
    const listTag = (await list()).headers.get("etag") ?? "";
    expect((await list("", { headers: { "if-none-match": listTag } })).status).toBe(304);
  });

  test.each([
    ["2026.11", "zones.csv", "unknown-release", "2026.1"],
    ["2026.1", "zone.csv", "unknown-file", "zones.csv"],
    ["2026.1", "nothing-of-the-kind", "unknown-file", null],
  ])("%s/%s is a 404 with the closest name", async (number, file, code, nearest) => {
    const response = await getFile(number, file);
    expect(response.status).toBe(404);
    const problem: unknown = await response.json();
    expect(problemSchema.parse(problem)).toMatchObject({ code, nearest });
  });

  test("latest is the release of the latest day, and names the address to cite", async () => {
    const latest = await getFile("latest", "zones.csv");
    const newest = await getFile("2026.5", "zones.csv");
    expect(latest.headers.get("content-location")).toBe("/api/v1/releases/2026.5/zones.csv");
    expect(latest.headers.get("etag")).toBe(newest.headers.get("etag"));
    expect(await latest.text()).toBe(await newest.text());
    expect(newest.headers.get("content-location")).toBeNull();
    const etag = latest.headers.get("etag") ?? "";
    const again = await getFile("latest", "zones.csv", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("content-location")).toBe("/api/v1/releases/2026.5/zones.csv");
    expect(again.headers.get("access-control-expose-headers")).toContain("Content-Location");
    expect((await getFile("latest", "zone.csv")).status).toBe(404);
    await makeOrThrow({ asOf: "2023-06-30", knownOn: "r1" });
    expect((await getFile("latest", "zones.csv")).headers.get("etag")).toBe(etag);
  });

  test("the archive has every file with the checksum of the list, and the same bytes each time", async () => {
    const response = await getFile("2026.1", "package.zip");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="cpec-sez-release-2026.1.zip"',
      link: expect.stringContaining('/data/releases/2026.1>; rel="cite-as"'),
    });
    const archive = await response.arrayBuffer();
    const sums = [...(await readZipBytes(archive))].map(([name, bytes]) => [name, hash(bytes)]);
    expect(Object.fromEntries(sums)).toEqual(before);
    expect(sums.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        "datapackage.json",
        "LICENSE.txt",
        "CITATION.cff",
        ".zenodo.json",
        "changes.md",
        "SHA256SUMS",
      ]),
    );
    const again = await getFile("2026.1", "package.zip");
    expect(hash(Buffer.from(await again.arrayBuffer()))).toBe(hash(Buffer.from(archive)));
    const etag = response.headers.get("etag") ?? "";
    expect(etag).toBe(`"${hash(Buffer.from(archive))}"`);
    const unchanged = await getFile("2026.1", "package.zip", {
      headers: { "if-none-match": etag },
    });
    expect(unchanged.status).toBe(304);
    expect((await getFile("2026.11", "package.zip")).status).toBe(404);
  });

  test("the catalogue has the sizes and checksums of the bytes that are sent, and changes with a release", async () => {
    const response = await get("dcat.jsonld");
    expect(response.headers.get("content-type")).toBe("application/ld+json");
    const catalogue: Catalogue = await response.json();
    const files = catalogue["dcat:dataset"]
      .flatMap((dataset) => dataset["dcat:distribution"] ?? [])
      .filter((one) => one["@id"].includes("/releases/2026.1/"));
    expect(files).toHaveLength(Object.keys(before).length + 1);
    for (const one of files) {
      const path = one["@id"].split("/api/v1/")[1] ?? "";
      const bytes = Buffer.from(await (await get(path)).arrayBuffer());
      expect(one["dcat:byteSize"]?.["@value"], path).toBe(String(bytes.length));
      expect(one["spdx:checksum"]?.["spdx:checksumValue"]["@value"], path).toBe(hash(bytes));
    }
    const etag = response.headers.get("etag") ?? "";
    expect((await get("dcat.jsonld", { headers: { "if-none-match": etag } })).status).toBe(304);
    await makeOrThrow({ anyway: true });
    expect((await get("dcat.jsonld", { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  test("one release has its archive, and latest is that of the latest day", async () => {
    const response = await get("releases/2026.1");
    const { data } = ANSWER_SCHEMAS.release.parse(await response.json());
    const { archive, ...release } = data;
    expect((await listReleases()).find(({ number }) => number === "2026.1")).toEqual(release);
    const bytes = Buffer.from(await (await getFile("2026.1", "package.zip")).arrayBuffer());
    expect(archive).toMatchObject({ size: bytes.length, sha256: hash(bytes) });
    const latest = await (await get("releases/latest")).json();
    expect(latest.data.number).toBe(sortByDay(await listReleases())[0]?.number);
    const unknown = await get("releases/2026.11");
    expect(await unknown.json()).toMatchObject({ code: "unknown-release", nearest: "2026.1" });
  });

  test("HEAD has the length of a file and of the list, and no body", async () => {
    for (const address of [
      "releases/2026.1/zones.csv",
      "releases/2026.1/registry.sqlite",
      "releases",
    ]) {
      const bytes = await (await get(address)).arrayBuffer();
      const head = await get(address, { method: "HEAD" });
      expect(head.headers.get("content-length"), address).toBe(String(bytes.byteLength));
      expect(head.body).toBeNull();
    }
  });

  test("the GeoPackage and the database have the zones and tables of the CSV", async () => {
    const read = async (name: string) => await (await getFile("2026.1", name)).arrayBuffer();
    const csv = readCsv(await read("zones.csv"));
    for (const name of ["zones.gpkg", "registry.sqlite"]) {
      expect(await readGeoPackage(await read(name)), name).toEqual(csv);
    }
  });

  test("an Accept that a file cannot meet is a 406 that names its type", async () => {
    const accepted = { headers: { accept: "text/*;q=0.1" } };
    expect((await getFile("2026.1", "zones.csv", accepted)).status).toBe(200);
    const response = await getFile("2026.1", "zones.geojson", accepted);
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({ allowed: ["application/geo+json"] });
    expect((await list("", accepted)).status).toBe(406);
  });

  test("an unknown parameter is a 400", async () => {
    expect((await list("?asOf=2026-01-01")).status).toBe(400);
    expect((await getFile("2026.1", "zones.csv?x=1")).status).toBe(400);
  });
});

test("a name that the database cannot hold is the name of no file", async () => {
  const { readReleaseFile } = await import("../../lib/server/releases/read-releases");
  expect(await readReleaseFile("2026.1", "\0")).toBeNull();
  expect(await readReleaseFile("\0", "README.md")).toBeNull();
});
