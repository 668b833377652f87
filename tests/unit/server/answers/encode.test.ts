import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chooseEncoding, encodeBody } from "@/lib/server/http/answers/encode";

test.each([
  ["gzip", gunzipSync],
  ["br", brotliDecompressSync],
] as const)("a body as %s is smaller and the same again", async (encoding, read) => {
  const text = Buffer.from("unknown is a value. ".repeat(200));
  const encoded = await encodeBody(text, encoding);
  expect(encoded.length).toBeLessThan(100);
  expect(read(encoded)).toEqual(text);
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
