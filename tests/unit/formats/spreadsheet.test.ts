import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { storedZip, type ZipPart, zipChunks } from "@/lib/formats/spreadsheet";
import { readZip } from "../../support/read-workbook";

async function pack(parts: readonly ZipPart[]): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipChunks(parts)) chunks.push(chunk);
  return Buffer.from(Uint8Array.from(Buffer.concat(chunks)).buffer);
}

/** Text that cannot be packed small, piece by piece, with a count of the pieces that were asked for. */
function endless() {
  const state = { pieces: 0, ended: false };
  function* texts() {
    try {
      for (;;) {
        state.pieces += 1;
        yield Array.from({ length: 4_000 }, () => Math.random().toString(36)).join("");
      }
    } finally {
      state.ended = true;
    }
  }
  return { state, texts: texts() };
}

describe("a ZIP archive", () => {
  it("contains every text at its path", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(fc.string({ unit: "grapheme" }))), async (all) => {
        const parts = all.map((texts, i) => ({ path: `folder/${i}.xml`, texts }));
        const read = await readZip((await pack(parts)).buffer);
        const expected = parts.map(({ path, texts }) => [path, texts.join("")]);
        expect([...read]).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("reads each part after the previous one", async () => {
    const seen: string[] = [];
    function* first() {
      yield "a";
      seen.push("first");
    }
    function* second() {
      yield seen.join();
    }
    const parts = [
      { path: "1", texts: first() },
      { path: "2", texts: second() },
    ];
    expect((await readZip((await pack(parts)).buffer)).get("2")).toBe("first");
  });

  it("without compression has each text as it is, after its size", async () => {
    const bytes = Buffer.from(await storedZip([{ path: "a", texts: ["some ", "text"] }]));
    expect((await readZip(Uint8Array.from(bytes).buffer)).get("a")).toBe("some text");
    expect(bytes.includes("some text")).toBe(true);
    const [flags, method, size] = [
      bytes.readUInt16LE(6),
      bytes.readUInt16LE(8),
      bytes.readUInt32LE(22),
    ];
    // Bit 3 would say that the size comes after the text.
    expect([flags & 8, method, size]).toEqual([0, 0, 9]);
  });

  it.each(["UTC", "Asia/Karachi", "America/New_York"])(
    "has the same bytes whenever and wherever it is made: %s",
    async (zone) => {
      const parts = [{ path: "a", texts: ["some text"] }];
      const [first, stored] = [await pack(parts), await storedZip(parts)];
      vi.stubEnv("TZ", zone);
      vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:10Z") });
      try {
        expect((await pack(parts)).equals(first)).toBe(true);
        expect(await storedZip(parts)).toEqual(stored);
      } finally {
        vi.useRealTimers();
        vi.unstubAllEnvs();
      }
    },
  );

  it("makes chunks only as they are read, and none after the reader stops", async () => {
    const { state, texts } = endless();
    const chunks = zipChunks([{ path: "a", texts }]);
    await chunks.next();
    await chunks.next();
    await setTimeout(100);
    const { pieces } = state;
    expect(pieces).toBeLessThan(20);
    await setTimeout(100);
    expect(state.pieces).toBe(pieces);
    await chunks.return(undefined);
    await vi.waitFor(() => expect(state.ended).toBe(true));
    expect(state.pieces).toBe(pieces);
  });

  it("fails if a text fails", async () => {
    function* broken() {
      yield "a";
      throw new Error("no more text");
    }
    await expect(pack([{ path: "a", texts: broken() }])).rejects.toThrow("no more text");
  });
});
