import { expect, test } from "vitest";
import { KeptAnswer } from "@/lib/server/http/answers/kept-answer";
import { findRange } from "@/lib/server/http/answers/range";

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

const answer = (headers: Record<string, string>) =>
  new KeptAnswer({ "content-type": "text/csv", ...headers }, Buffer.from("0123456789"));
const asking = {
  acceptEncoding: "gzip",
  ifNoneMatch: undefined,
  makeNonce: () => "B".repeat(24),
};

test("a part of an answer has its place, and the length of the part", async () => {
  const file = answer({ etag: '"a"' });
  const part = await file.answer({ ...asking, range: "bytes=2-4" });
  expect([part.status, part.body.toString()]).toEqual([206, "234"]);
  const headers = [
    ["content-type", "text/csv"],
    ["etag", '"a"'],
    ["vary", "Accept-Encoding"],
    ["accept-ranges", "bytes"],
    ["content-range", "bytes 2-4/10"],
    ["content-length", "3"],
  ];
  expect(part.headers).toEqual(headers.flat());
  const outside = await file.answer({ ...asking, range: "bytes=10-" });
  expect([outside.status, outside.body.length]).toEqual([416, 0]);
  expect(outside.headers).toContain("bytes */10");
});

test.each([
  ["the tag of the same bytes", '"a"', '"a"', 206],
  ["the tag of other bytes", '"a"', '"b"', 200],
  ["a tag that does not say that bytes are the same", 'W/"a"', 'W/"a"', 200],
  ["a date", '"a"', "Fri, 27 Nov 2026 10:00:00 GMT", 200],
])("a part if the client has %s", async (_, etag, ifRange, status) => {
  const sent = await answer({ etag }).answer({ ...asking, range: "bytes=0-1", ifRange });
  expect(sent.status).toBe(status);
});

test("a client that has the answer gets no part of it", async () => {
  const sent = await answer({ etag: '"a"' }).answer({
    ...asking,
    ifNoneMatch: '"a"',
    range: "bytes=0-1",
  });
  expect(sent.status).toBe(304);
});

test("a page, whose bytes differ for each reader, has no parts", async () => {
  const nonce = "A".repeat(24);
  const page = answer({ "content-security-policy": `script-src 'nonce-${nonce}'` });
  const sent = await page.answer({ ...asking, range: "bytes=0-1" });
  expect(sent.status).toBe(200);
  expect(sent.headers).not.toContain("accept-ranges");
});
