import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPublisherAt, findSourceAt, normalizeAddress } from "@/lib/entry/source-address";
import { createSource } from "../../support/facts";

describe("normalizeAddress", () => {
  test.each([
    "http://www.dawn.com/news/123",
    "https://dawn.com/news/123/",
    "https://m.dawn.com/news/123",
    "https://amp.dawn.com/news/123",
    "https://www.dawn.com/amp/news/123",
    "https://www.dawn.com/news/123/amp",
    "https://www.dawn.com/news/123?utm_source=x&utm_medium=y#top",
    "https://www.dawn.com/news/123?fbclid=abc&outputType=amp",
    "https://WWW.DAWN.com/news/123//",
    "https://www.google.com/amp/s/www.dawn.com/news/123",
    "https://www-dawn-com.cdn.ampproject.org/c/s/www.dawn.com/news/123",
  ])("%s is one page", (address) => {
    expect(normalizeAddress(address)).toBe("dawn.com/news/123");
  });

  test("parameters that name the page stay, in any order", () => {
    expect(normalizeAddress("https://a.pk/?p=2&id=1")).toBe(
      normalizeAddress("https://a.pk?id=1&utm_id=3&p=2"),
    );
    expect(normalizeAddress("https://a.pk/?p=2")).not.toBe(normalizeAddress("https://a.pk/?p=3"));
    expect(normalizeAddress("https://a.pk/M")).not.toBe(normalizeAddress("https://a.pk/m"));
  });

  test("tracking, hosts and slashes never matter", () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: false, withFragments: false, validSchemes: ["https"] }),
        fc.constantFrom("", "/", "?utm_source=a", "#part"),
        (url, end) => {
          const rest = url.slice("https://".length);
          const other = `https://www.${rest.replace(/\/+$/, "")}${end}`;
          fc.pre(!/^(www|m|mobile|amp|google)\d?\./.test(rest) && URL.canParse(other));
          expect(normalizeAddress(other)).toBe(normalizeAddress(url));
        },
      ),
    );
  });
});

test("an existing source is found by any address of its page", () => {
  const source = createSource({ id: "a", url: "https://www.dawn.com/news/123" });
  expect(findSourceAt("https://m.dawn.com/news/123/?utm_a=b", [source])).toBe(source);
  expect(findSourceAt("https://www.dawn.com/news/124", [source])).toBeUndefined();
  expect(findSourceAt("dawn.com", [source])).toBeUndefined();
});

test("a new page of a known site has its publisher", () => {
  const source = createSource({ id: "a", url: "https://www.dawn.com/news/123", publisher: "Dawn" });
  expect(findPublisherAt("https://dawn.com/news/9", [source])?.publisher).toBe("Dawn");
  expect(findPublisherAt("https://example.org/9", [source])).toBeNull();
});
