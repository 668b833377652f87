import { brotliDecompressSync, crc32, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combine, shiftOf } from "@/lib/server/http/answers/crc";
import { chooseEncoding, cutAt, encodeBody } from "@/lib/server/http/answers/encode";

const NONCE = "AAAAAAAAAAAAAAAAAAAAAA==";
const OTHER = "q83vEjRWeJCrze8SNFZ4kA==";

test("the checksum of two texts comes from the checksum of each", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 5000 }), (a, b) => {
      const whole = crc32(Buffer.concat([a, b]));
      expect(combine(crc32(a), crc32(b), shiftOf(b.length))).toBe(whole);
    }),
  );
});

describe("a body with a nonce in it", () => {
  /** Texts like a page: many short pieces, some of them repeated far apart. */
  const pages = fc
    .array(fc.oneof(fc.constant(NONCE), fc.constant("<script nonce="), fc.string(), longText()), {
      maxLength: 40,
    })
    .map((pieces) => pieces.map((piece) => piece.replaceAll("\0", "")).join(""));

  test.each(["identity", "gzip"] as const)("can be sent as %s with any other one", async (as) => {
    await fc.assert(
      fc.asyncProperty(pages, async (page) => {
        const encoded = await encodeBody(cutAt(Buffer.from(page), NONCE), NONCE.length, as);
        const sent = Buffer.concat(encoded.withNonce(OTHER));
        const read = as === "gzip" ? gunzipSync(sent) : sent;
        expect(read.toString()).toBe(page.replaceAll(NONCE, OTHER));
      }),
    );
  });

  test("is nearly as small as in one piece", async () => {
    const script = `<script nonce="${NONCE}">self.push("a name of a zone and its province")</script>`;
    const page = Buffer.from(script.repeat(100));
    const { bytes } = await encodeBody(cutAt(page, NONCE), NONCE.length, "gzip");
    // 100 scripts of 87 bytes: each refers to the one before.
    expect(bytes).toBeLessThan(page.length / 6);
  });
});

test("what is held takes the memory that is counted", async () => {
  const page = Buffer.from(`<p>${NONCE}</p>`.repeat(40));
  const encoded = await encodeBody(cutAt(page, NONCE), NONCE.length, "gzip");
  const held = new Set(encoded.withNonce(OTHER).map(({ buffer }) => buffer));
  const bytes = [...held].reduce((sum, { byteLength }) => sum + byteLength, 0);
  // Beside the parts: the head, the tail and the block with the nonce, from Node's pool of 8 KiB.
  expect(bytes).toBeLessThan(encoded.bytes + 3 * 8192);
});

test("a body without a nonce is compressed in one piece", async () => {
  const text = Buffer.from("unknown is a value. ".repeat(200));
  const br = await encodeBody(cutAt(text, null), 0, "br");
  expect(brotliDecompressSync(Buffer.concat(br.withNonce("")))).toEqual(text);
  expect(br.bytes).toBeLessThan(100);
});

describe("the encoding of an answer", () => {
  const page = { type: "text/html; charset=utf-8", bytes: 9000, hasNonce: true };
  const list = { type: "application/json; charset=utf-8", bytes: 9000, hasNonce: false };

  test.each([
    [page, "gzip, deflate, br", "gzip"],
    [list, "gzip, deflate, br", "br"],
    [list, "gzip", "gzip"],
    [list, "BR;q=0, GZIP;q=0.5", "gzip"],
    [list, "br;q=0.000", "identity"],
    [list, "zstd", "identity"],
    [list, undefined, "identity"],
    [{ ...list, bytes: 800 }, "br", "identity"],
    [{ ...list, type: "image/png" }, "br", "identity"],
    [{ ...list, type: "application/geo+json" }, "br", "br"],
    [{ ...list, type: "application/vnd.openxmlformats-officedocument" }, "br", "identity"],
  ] as const)("%j for a client that takes %s", (answer, accepted, expected) => {
    expect(chooseEncoding(accepted, answer)).toBe(expected);
  });
});

function longText(): fc.Arbitrary<string> {
  return fc.nat(60_000).map((length) => "the zone near the port ".repeat(3000).slice(0, length));
}
