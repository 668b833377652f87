import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { MAX_SOURCE_FILE_MB, sourceFilePath } from "../../lib/contract/source-file";
import { backupDatabase, restoreDatabase } from "../../scripts/lib/database-backup.mjs";
import { createTemporaryFolder } from "../../scripts/lib/paths.mjs";
import { withDatabase } from "../support/database-address";
import { headersFrom, newPerson, ORIGIN, signInAs, type TestPerson } from "../support/people";
import { sql } from "../support/sql";
import { testDatabase } from "../support/test-database";

const database = testDatabase("seeded");
const SOURCE = "geonames";
const PDF = Buffer.from("%PDF-1.7 what the source says");

let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const people = new Map<string, TestPerson>();
const cookies = new Map<string, string>();
beforeAll(async () => {
  for (const name of ["reader", "analyst", "reviewer", "admin"] as const) {
    const person = await newPerson(name);
    people.set(name, person);
    cookies.set(name, await signInAs(person));
  }
});

const by = (visitor: string) => headersFrom({ cookie: cookies.get(visitor) });
const context = (id: string) => ({ params: Promise.resolve({ id }) });
const handlers = async () =>
  (await import("../../lib/server/http/source-file-route")).sourceFileHandlers;

async function upload(
  visitor: string,
  content: Buffer | ReadableStream,
  { id = SOURCE, query = "pages=12-14&shown=false", headers = by(visitor) } = {},
): Promise<Response> {
  const address = `${ORIGIN}${sourceFilePath(id)}?${query}`;
  const body = content instanceof ReadableStream ? content : new Uint8Array(content);
  const init = { method: "POST", headers, body, duplex: "half" };
  return (await handlers()).POST(new Request(address, init), context(id));
}

const download = async (visitor: string, id = SOURCE) =>
  (await handlers()).GET(
    new Request(`${ORIGIN}${sourceFilePath(id)}`, { headers: by(visitor) }),
    context(id),
  );

async function act(visitor: string, name: "changeFile" | "removeFile", input: unknown) {
  const actions = await import("../../app/admin/records/actions");
  requestHeaders = by(visitor);
  return actions[name](input);
}

const readFile = () =>
  sql(database.url, "SELECT media_type, size, pages, shown, added_by, sha256 FROM source_file");
const countRevisions = async () =>
  Number((await sql(database.url, "SELECT max(id)::int AS n FROM revision"))[0]?.n);

describe("the file of a source", () => {
  test("is stored for who may record, by what is in it, with who and how large, in the audit log", async () => {
    expect((await upload("nobody", PDF)).status).toBe(401);
    expect((await upload("reader", PDF)).status).toBe(403);
    const foreign = headersFrom({ cookie: cookies.get("analyst"), origin: "https://else.example" });
    expect((await upload("analyst", PDF, { headers: foreign })).status).toBe(403);
    expect(await readFile()).toEqual([]);
    expect((await upload("analyst", PDF)).status).toBe(201);
    const [file] = await readFile();
    const { name } = people.get("analyst") ?? {};
    expect(file).toMatchObject({
      ...{ media_type: "application/pdf", size: PDF.length, pages: "12-14", shown: false },
      added_by: name,
    });
    const entries = await sql(
      database.url,
      "SELECT action, subject, actor_name, detail FROM audit_entry WHERE action LIKE 'source-file%'",
    );
    expect(entries).toEqual([
      {
        ...{ action: "source-file-added", subject: SOURCE, actor_name: name },
        detail: {
          mediaType: "application/pdf",
          shown: false,
          size: PDF.length,
          sha256: file?.sha256,
        },
      },
    ]);
  });

  test("is kept from visitors and readers until a box says that everybody may read it", async () => {
    for (const visitor of ["nobody", "reader"]) expect((await download(visitor)).status).toBe(404);
    const own = await download("analyst");
    expect(Buffer.from(await own.arrayBuffer())).toEqual(PDF);
    const before = await countRevisions();
    const shown = { id: SOURCE, pages: " 3 ", shown: true };
    expect(await act("reader", "changeFile", shown)).toMatchObject({ ok: false });
    expect(await act("analyst", "changeFile", shown)).toMatchObject({ ok: true });
    // A revision of its own: kept pages of the source change.
    expect(await countRevisions()).toBe(before + 1);
    const open = await download("nobody");
    expect(open.status).toBe(200);
    expect(Object.fromEntries(open.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${SOURCE}.pdf"`,
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    expect(await act("analyst", "changeFile", { ...shown, shown: false })).toMatchObject({
      ok: true,
    });
    expect((await download("nobody")).status).toBe(404);
  });

  test.each([
    ["a page that says it is a picture", Buffer.from("<html><script>alert(1)</script>"), {}, 422],
    ["a ZIP file", Buffer.from("PK\u0003\u0004"), {}, 422],
    ["an empty file", Buffer.alloc(0), {}, 422],
    ["a source that is not there", PDF, { id: "no-such-source" }, 422],
    ["pages of too many words", PDF, { query: `pages=${"x".repeat(61)}` }, 422],
  ])("is refused: %s", async (_what, content, options, status) => {
    expect((await upload("analyst", content, options)).status).toBe(status);
    expect((await readFile())[0]).toMatchObject({ media_type: "application/pdf", pages: "3" });
  });

  test("of more than 10 MB is refused while it is read", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      async pull(controller) {
        await setImmediate();
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(0x25));
      },
    });
    expect((await upload("analyst", endless)).status).toBe(413);
    expect(sent).toBeLessThan(MAX_SOURCE_FILE_MB + 4);
  });

  test.each([
    ["image/png", Buffer.from("89504e470d0a1a0a00", "hex")],
    ["image/jpeg", Buffer.from("ffd8ffe000", "hex")],
    ["image/webp", Buffer.from("RIFF\u0010\0\0\0WEBPVP8 ", "latin1")],
  ])("of the type %s takes the place of the one before", async (type, content) => {
    expect((await upload("analyst", content)).status).toBe(201);
    expect(await readFile()).toMatchObject([{ media_type: type, size: content.length }]);
  });

  test("cannot be stored with another type, size or checksum than its own", async () => {
    for (const change of [
      "media_type = 'application/pdf'",
      "size = 1",
      "sha256 = repeat('0', 64)",
    ]) {
      await expect(sql(database.ownerUrl, `UPDATE source_file SET ${change}`)).rejects.toThrow(
        "_check",
      );
    }
  });
});

describe("a backup", () => {
  const folder = createTemporaryFolder("file-backup");
  const copy = "files_restored";
  const { ownerUrl, adminUrl } = inject("databaseServer");
  beforeAll(() => sql(adminUrl, `CREATE DATABASE ${copy} OWNER tracker`));
  afterAll(async () => {
    await sql(adminUrl, `DROP DATABASE ${copy} WITH (FORCE)`);
    folder.remove();
  });

  test("has the file, also after one was removed with a text", async () => {
    const other = "issue-brief-copy";
    await sql(
      database.ownerUrl,
      `INSERT INTO source (id, revision_id, title, publisher, kind)
       VALUES ('${other}', 1, 'Mr X, 0300 1234567', 'P', (SELECT kind FROM source LIMIT 1))`,
    );
    expect((await upload("analyst", PDF, { id: other })).status).toBe(201);
    const history = await import("../../app/admin/history/actions");
    const { listRemovableTexts } = await import("../../lib/server/redaction/removable-texts");
    const texts = await listRemovableTexts({ kind: "source", id: other });
    expect(texts.find(({ kind }) => kind === "source.title")?.copies).toMatchObject({
      files: [other],
    });
    requestHeaders = by("reviewer");
    const place = { kind: "source.title", row: other, reason: "personal-data" };
    expect(await history.requestTextRemoval(place)).toMatchObject({ ok: true });
    const [asked] = await sql(database.url, "SELECT id FROM redaction_request");
    requestHeaders = by("admin");
    expect(await history.confirmTextRemoval(String(asked?.id))).toMatchObject({
      ok: true,
      value: 2,
    });
    expect((await download("analyst", other)).status).toBe(404);
    const { listRedactionDifferences } = await import("../../lib/server/redaction/redactions");
    expect(await listRedactionDifferences()).toEqual([]);
    // It does not come back.
    expect((await upload("analyst", PDF, { id: other })).status).toBe(422);

    const file = `${folder.dir}/tracker.backup`;
    await backupDatabase(database.ownerUrl, file);
    const copyUrl = withDatabase(ownerUrl, copy);
    await restoreDatabase(copyUrl, file);
    const rows = "SELECT source_id, encode(content, 'hex') AS content, pages FROM source_file";
    expect(await sql(copyUrl, rows)).toEqual(await sql(database.url, rows));
    expect(await sql(copyUrl, rows)).toHaveLength(1);
  });
});

test("removing a file needs a person who records, and is in the audit log", async () => {
  expect(await act("reader", "removeFile", SOURCE)).toMatchObject({ ok: false });
  expect(await act("analyst", "removeFile", SOURCE)).toMatchObject({ ok: true });
  expect(await readFile()).toEqual([]);
  expect(await act("analyst", "removeFile", SOURCE)).toMatchObject({ ok: false });
  const [entry] = await sql(
    database.url,
    "SELECT action, subject FROM audit_entry WHERE action LIKE 'source-file%' ORDER BY id DESC LIMIT 1",
  );
  expect(entry).toEqual({ action: "source-file-removed", subject: SOURCE });
});
