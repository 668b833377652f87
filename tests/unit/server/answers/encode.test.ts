import { brotliDecompressSync, crc32, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { multiply, shiftOf } from "@/lib/server/http/answers/crc";
import { chooseEncoding, encodeBody, findPlaces } from "@/lib/server/http/answers/encode";

const NONCE = "AAAAAAAAAAAAAAAAAAAAAA==";
const OTHER = "q83vEjRWeJCrze8SNFZ4kA==";

test("the checksum of a text follows from that of the part that changes", () => {
  const texts = fc.uint8Array({ maxLength: 5000 });
  const parts = fc.uint8Array({ minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(texts, parts, parts, texts, (before, old, changed, after) => {
      const sum = (part: Uint8Array) => crc32(Buffer.concat([before, part, after]));
      const change = multiply(shiftOf(after.length), crc32(old) ^ crc32(changed));
      expect((sum(old) ^ change) >>> 0).toBe(sum(changed));
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
        const encoded = await encodeBody(findPlaces(Buffer.from(page), NONCE), as);
        const sent = encoded.withNonce(OTHER);
        expect(sent.length).toBe(encoded.length);
        const read = as === "gzip" ? gunzipSync(sent) : sent;
        expect(read.toString()).toBe(page.replaceAll(NONCE, OTHER));
      }),
    );
  });

  test("is nearly as small as in one piece", async () => {
    const script = `<script nonce="${NONCE}">self.push("a name of a zone and its province")</script>`;
    const page = Buffer.from(script.repeat(100));
    const { length } = await encodeBody(findPlaces(page, NONCE), "gzip");
    // 100 scripts of 87 bytes: each refers to the one before, and nonces stay as they are, each in a block with a head of 5 bytes.
    const ofNonces = 100 * (NONCE.length + 5);
    expect(length - ofNonces).toBeLessThan(page.length / 6);
  });
});

test("each client gets a page of its own, and all who ask for the same file get the same bytes", async () => {
  const body = Buffer.from(`<p>${NONCE}</p>`.repeat(40));
  const page = await encodeBody(findPlaces(body, NONCE), "gzip");
  const first = page.withNonce(OTHER);
  page.withNonce(NONCE);
  expect(gunzipSync(first).toString()).toBe(`<p>${OTHER}</p>`.repeat(40));
  const file = await encodeBody(findPlaces(body, null), "gzip");
  expect(file.withNonce("")).toBe(file.withNonce(""));
  expect(gunzipSync(file.withNonce(""))).toEqual(body);
});

test("a body without a nonce is compressed in one piece", async () => {
  const text = Buffer.from("unknown is a value. ".repeat(200));
  const br = await encodeBody(findPlaces(text, null), "br");
  expect(brotliDecompressSync(br.withNonce(""))).toEqual(text);
  expect(br.length).toBeLessThan(100);
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
