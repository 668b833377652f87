import { expect, test } from "vitest";
import { findRange, finishAnswer } from "@/lib/server/http/ranges";

test.each([
  ["bytes=0-3", { first: 0, last: 3 }],
  ["bytes=4-", { first: 4, last: 9 }],
  ["bytes=8-100", { first: 8, last: 9 }],
  ["bytes=-3", { first: 7, last: 9 }],
  ["bytes=-100", { first: 0, last: 9 }],
  ["Bytes=9-9", { first: 9, last: 9 }],
  ["bytes=10-", "outside"],
  ["bytes=-0", "outside"],
  ["bytes=5-4", "whole"],
  ["bytes=-", "whole"],
  ["bytes=0-1,4-5", "whole"],
  ["lines=0-1", "whole"],
] as const)("of 10 bytes, %s is %o", (header, range) => {
  expect(findRange(header, 10)).toEqual(range);
});

const ask = (headers: Record<string, string>, etag = '"a"') =>
  finishAnswer(
    new Request("http://localhost/file", { headers }),
    new Response("0123456789", { headers: { etag, "cache-control": "public" } }),
  );

test("a part has its place, and is not compressed", async () => {
  const part = await ask({ range: "bytes=2-4", "if-range": '"a"' });
  expect([part.status, await part.text()]).toEqual([206, "234"]);
  expect(Object.fromEntries(part.headers)).toMatchObject({
    "accept-ranges": "bytes",
    "cache-control": "public, no-transform",
    "content-range": "bytes 2-4/10",
  });
});

test("a part outside gets 416 with the length of the whole", async () => {
  const part = await ask({ range: "bytes=10-" });
  expect([part.status, part.headers.get("content-range")]).toEqual([416, "bytes */10"]);
});

test.each([
  [{ range: "bytes=2-4", "if-range": '"b"' }, '"a"'],
  [{ range: "bytes=2-4" }, 'W/"a"'],
  [{ range: "bytes=4-2" }, '"a"'],
])("with %o and the tag %s the whole is sent", async (headers, etag) => {
  const whole = await ask(headers, etag);
  expect([whole.status, await whole.text()]).toEqual([200, "0123456789"]);
});
