import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { NewPersonRequest } from "../../../lib/contract/account-request";
import { describeSchemaIssue } from "../../../lib/contract/request-parts";
import { ClaimRequest, ClaimsRequest, SourceRequest } from "../../../lib/contract/write-request";
import { englishText } from "../../../lib/text/english-text";

const SOURCE = {
  id: "a-source",
  title: "A title",
  publisher: "A publisher",
  url: null,
  publishedOn: null,
  kind: "news",
};

/** The messages for a value, each with the path of its part. */
function listMessages(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map(
    (issue) => `${issue.path.join(".")}: ${describeSchemaIssue(englishText, issue)}`,
  );
}

describe("a part of a request that does not fit its schema", () => {
  it.each([
    [{ ...SOURCE, id: "Not An Id" }, "id: Use only small letters, digits and hyphens."],
    [{ ...SOURCE, id: 1 }, "id: Give a text."],
    [{ ...SOURCE, title: " " }, "title: Do not leave this empty."],
    [{ ...SOURCE, title: "x".repeat(301) }, "title: Use at most 300 characters."],
    [
      { ...SOURCE, url: "ftp://example.org" },
      "url: Give a web address that starts with http:// or https://.",
    ],
    [
      { ...SOURCE, kind: "rumour" },
      "kind: Give one of government, utility-notice, news, research, encyclopedia, forum, brief, compiler.",
    ],
    [{ ...SOURCE, author: "x" }, ": Leave out author; this request has no such part."],
  ])("%j gets a message that says what to do", (source, message) => {
    expect(listMessages(SourceRequest, source)).toEqual([message]);
  });

  it.each(["https://ali@example.org/", "https://ali:secret@example.org/a b"])(
    "a source at %s must not name a user",
    (url) => {
      expect(listMessages(SourceRequest, { ...SOURCE, url })).toContainEqual(
        expect.stringContaining("Leave out the user name"),
      );
    },
  );

  it.each([
    ...["localhost", "LOCALHOST:3000", "nas", "nas.", "a.local", "a.internal.", "x.localhost"],
    ...["127.0.0.1", "0x7f.1", "2130706433", "10.0.0.1", "172.31.0.1", "192.168.1.1"],
    ...["169.254.169.254", "[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]"],
  ])("a source at %s is not on the public internet", (host) => {
    expect(listMessages(SourceRequest, { ...SOURCE, url: `http://${host}/x` })).toEqual([
      expect.stringContaining("url: Give an address on the public internet."),
    ]);
  });

  it.each(["10.example.org", "172.32.0.1", "fc.example.org", "[2a00:1450::1]"])(
    "a source at %s is one",
    (host) => {
      expect(listMessages(SourceRequest, { ...SOURCE, url: `https://${host}/x` })).toEqual([]);
    },
  );

  it("has the address of a source with scheme and host in small letters", () => {
    const url = "HTTPS://WWW.Example.ORG/A?B=C";
    expect(SourceRequest.parse({ ...SOURCE, url }).url).toBe("https://www.example.org/A?B=C");
  });

  it("has limits for lists, too", () => {
    expect(listMessages(ClaimsRequest, { claims: [] })).toEqual(["claims: Give at least 1 item."]);
    expect(listMessages(ClaimsRequest, { claims: {} })).toEqual(["claims: Give a list."]);
  });

  it("in a claim has its limits: quotations of 40 words, days, codes of languages and currencies", () => {
    const claim = {
      id: "9f66c66c-86db-4cdf-aac4-5ccc51665d2f",
      zone: "a-zone",
      field: "gas",
      value: "absent",
      sourceId: "a-source",
      origin: "official",
      confidence: "high",
    };
    const listOf = (part: object) => listMessages(ClaimRequest, { ...claim, ...part });
    const words = (count: number) => ({
      text: Array(count).fill("word").join("  "),
      lang: "ur-PK",
    });
    expect(listOf({ quotation: words(40), money: { amount: 5, currency: "PKR" } })).toEqual([]);
    expect(listOf({ quotation: words(41) })).toEqual([
      expect.stringMatching(/^quotation\.text: .*40/),
    ]);
    expect(listOf({ quotation: { text: "word", lang: "Urdu" } })).toHaveLength(1);
    expect(listOf({ money: { amount: 5, currency: "rupees" } })).toHaveLength(1);
    expect(listOf({ lastSeenOn: "2026-02-30" })).toHaveLength(1);
    expect(listOf({ id: "1" })).toEqual([expect.stringMatching(/^id: .*[Uu][Uu][Ii][Dd]/)]);
  });

  it("in a form about people gets the message of its field", () => {
    const person = { name: "A\nB", email: "a\u0000@example.org", role: "owner", ownPassword: "" };
    expect(listMessages(NewPersonRequest, person)).toEqual([
      "name: Write it on one line, without invisible characters.",
      "email: Give an e-mail address, such as name@example.org.",
      "role: Choose one of the roles.",
    ]);
  });
});
