import vm from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shortenFlight } from "@/lib/server/http/answers/flight-quotes";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "\\u0026",
  ">": "\\u003e",
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** A script as Next writes it. */
const script = (value: unknown) =>
  `<script nonce="abc=">self.__next_f.push(${JSON.stringify(value).replace(/[&<>\u2028\u2029]/g, (one) => ESCAPES[one] ?? one)})</script>`;

/** What the scripts of a page give the browser. */
function runScripts(page: string): unknown[] {
  const pushed: unknown[] = [];
  for (const [, source = ""] of page.matchAll(/<script[^>]*>(.*?)<\/script>/gs)) {
    vm.runInNewContext(source, { self: { __next_f: { push: (v: unknown) => pushed.push(v) } } });
  }
  return JSON.parse(JSON.stringify(pushed));
}

const shorten = (page: string) => shortenFlight(Buffer.from(page)).toString();

const text = fc.string({ unit: "binary" });
const awkward = fc
  .array(
    fc.constantFrom(
      ...["'", '"', "\\", "\\u003e", "u0026", "<", ">", "&", "</script>", "<!--", "\n"],
      ...["\u2028", "\0", "س", "中", '"])', "self.__next_f.push([1,"],
    ),
  )
  .map((parts) => parts.join(""));

test("the browser gets the same texts", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(text, awkward), { maxLength: 4 }), (texts) => {
      const page = `<p>"'</p>${texts.map((one) => script([1, one])).join("<i>")}`;
      const shorter = shorten(page);
      expect(runScripts(shorter)).toEqual(runScripts(page));
      expect(runScripts(shorter)).toEqual(texts.map((one) => [1, one]));
      // Nothing in a text can end its script, or hide the end of it.
      expect(shorter.split("<").length).toBe(page.split("<").length);
    }),
    { numRuns: 500 },
  );
});

test("what JSON escapes takes a byte less each", () => {
  expect(shorten(script([1, '{"a":"it\'s > 1 & < 2"}\n']))).toBe(
    `<script nonce="abc=">self.__next_f.push([1,'{"a":"it\\'s > 1 & \\u003c 2"}\\n'])</script>`,
  );
});

test("what is no such text stays as it is", () => {
  for (const page of [
    "<p>self.__next_f.push([1,</p>",
    script([0]),
    script([3, "aGk="]),
    'self.__next_f.push([1,"without an end',
  ]) {
    expect(shorten(page)).toBe(page);
  }
});
