import { describe, expect, it } from "vitest";
import { DOCUMENT_SCHEMAS } from "@/lib/contract/answer-schemas";
import { atomXml, type Feed, feedJson, tagId } from "@/lib/formats/feed";

const FEED: Feed = {
  language: "en",
  id: tagId("changes"),
  title: "Changes",
  subtitle: "What changed",
  author: "CPEC SEZ Tracker",
  rights: "CC BY 4.0",
  updated: "2026-11-24T06:00:00Z",
  self: "https://sez.example.org/api/v1/changes.atom?zone=a&kind=changed",
  first: "https://sez.example.org/api/v1/changes.json?zone=a&kind=changed",
  alternate: "https://sez.example.org/changes",
  previous: null,
  next: null,
  entries: [
    {
      id: tagId("change", "a-zone/gas/moved-up/1", "2026-11-24"),
      title: 'A & B: "gas" <moved> up\u0000',
      updated: "2026-11-24T06:00:00Z",
      address: "https://sez.example.org/zones/a-zone#ledger-gas",
      category: { term: "moved-up", label: "Moved up" },
      summary: "One step.",
    },
  ],
};

describe("an Atom feed", () => {
  it("has the elements that RFC 4287 requires of a feed and an entry, once each", () => {
    const xml = atomXml(FEED);
    const [head = "", entry = ""] = xml.split("<entry>");
    expect(head).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    for (const part of [head, entry]) {
      for (const name of ["id", "title", "updated"]) {
        expect(part.match(new RegExp(`<${name}>`, "g")), name).toHaveLength(1);
      }
    }
    expect(head).toContain("<author><name>CPEC SEZ Tracker</name></author>");
    expect(head).toContain(
      '<link rel="self" type="application/atom+xml" href="https://sez.example.org/api/v1/changes.atom?zone=a&amp;kind=changed"/>',
    );
    expect(entry).toContain('<link rel="alternate" type="text/html"');
    expect(entry).toContain('<category term="moved-up" label="Moved up"/>');
  });

  it("escapes texts and removes characters that XML cannot contain", () => {
    expect(atomXml(FEED)).toContain("<title>A &amp; B: &quot;gas&quot; &lt;moved&gt; up</title>");
  });

  it("links its next part if there is one", () => {
    expect(atomXml(FEED)).not.toContain('rel="next"');
    const xml = atomXml({ ...FEED, next: "https://sez.example.org/2", previous: null });
    expect(xml).toContain(
      '<link rel="next" type="application/atom+xml" href="https://sez.example.org/2"/>',
    );
  });

  it("links its previous part if there is one, and has nothing else between", () => {
    expect(atomXml(FEED)).not.toContain('rel="previous"');
    const previous = "https://sez.example.org/0";
    const [whole, both] = [atomXml(FEED), atomXml({ ...FEED, previous, next: previous })];
    expect(both).toContain(`<link rel="previous" type="application/atom+xml" href="${previous}"/>`);
    expect(both.split("\n").filter((line) => !line.includes(previous))).toEqual(whole.split("\n"));
    expect(whole.split("\n").every((line) => line === "" || line.startsWith("<"))).toBe(true);
  });

  it("escapes the parts of ids", () => {
    expect(tagId("change", "a zone/gas", "r5")).toBe(
      "tag:cpec-sez-tracker,2026:change/a%20zone/gas/r5",
    );
  });
});

describe("a JSON feed", () => {
  it("has the members of JSON Feed 1.1, and the same entries as Atom", () => {
    expect(JSON.parse(feedJson(FEED))).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: FEED.title,
      home_page_url: FEED.alternate,
      feed_url: FEED.first,
      description: "What changed CC BY 4.0",
      language: "en",
      authors: [{ name: FEED.author }],
      items: FEED.entries.map(({ id, address, title, summary, updated, category }) => ({
        id,
        url: address,
        title,
        content_text: summary,
        date_published: updated,
        tags: [category.label],
      })),
    });
  });

  it("is what the OpenAPI document says", () => {
    const parsed = DOCUMENT_SCHEMAS.jsonFeed.safeParse(JSON.parse(feedJson(FEED)));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it("names its next part if there is one", () => {
    expect(JSON.parse(feedJson({ ...FEED, next: "https://sez.example.org/2" }))).toMatchObject({
      next_url: "https://sez.example.org/2",
    });
  });
});
