import { describe, expect, test } from "vitest";
import { embedCode, embedPath, zoneEmbedPath } from "@/lib/contract/embeds";
import { oembedAnswer, parseOembed } from "@/lib/contract/oembed";
import { PROBLEM_STATUS } from "@/lib/contract/problems";
import { englishText } from "@/lib/text/english-text";

const HOST = "sez.example.org";
const parse = (params: Record<string, string>) =>
  parseOembed(englishText, Object.entries(params), HOST);
const statusOf = (params: Record<string, string>) => {
  const read = parse(params);
  return "issue" in read ? PROBLEM_STATUS[read.issue.code] : 200;
};

describe("a request of oEmbed", () => {
  test.each([
    [{ url: `https://${HOST}/` }, 200],
    [{ url: `http://${HOST}/zones/rashakai-sez?asOf=2021-12-31`, format: "json" }, 200],
    [{ url: `https://${HOST}/`, utm_source: "x" }, 200],
    [{}, 400],
    [{ url: "rashakai" }, 400],
    [{ url: "javascript:alert(1)" }, 400],
    [{ url: `https://${HOST}/${"x".repeat(3000)}` }, 400],
    [{ url: "https://other.example.org/" }, 404],
    [{ url: `https://${HOST}.evil.example/` }, 404],
    [{ url: `https://${HOST}@evil.example/` }, 404],
    [{ url: `https://${HOST}/`, format: "xml" }, 501],
  ])("%j is answered with %i", (params, status) => {
    expect(statusOf(params)).toBe(status);
  });

  test("gets a frame that is no larger than allowed, and a card only where it fits", () => {
    const answer = (sizes: Record<string, string>) => {
      const read = parse({ url: `https://${HOST}/`, ...sizes });
      if ("issue" in read) throw new Error(read.issue.message);
      return oembedAnswer(
        {
          title: 'Zones "now"',
          provider: "Tracker",
          origin: `https://${HOST}`,
          embed: `https://${HOST}/embed/map?q=a&asOf=2021-12-31`,
          card: `https://${HOST}/og`,
        },
        read.request,
      );
    };
    expect(answer({ maxwidth: "400", maxheight: "300" })).toMatchObject({
      version: "1.0",
      type: "rich",
      width: 400,
      height: 300,
      html: `<iframe src="https://${HOST}/embed/map?q=a&amp;asOf=2021-12-31" title="Zones &quot;now&quot;" width="400" height="300" style="border:0;max-width:100%" loading="lazy"></iframe>`,
    });
    expect(answer({ maxwidth: "400" })).not.toHaveProperty("thumbnail_url");
    expect(answer({ maxwidth: "5000" })).toMatchObject({ width: 720, thumbnail_width: 1200 });
    expect(answer({ maxwidth: "none" })).toMatchObject({ width: 720, height: 820 });
  });
});

describe("the code of an embed", () => {
  test("cannot be left by its address or title", () => {
    const code = embedCode({ address: 'https://a.example/"><script>', title: '"><script>' });
    expect(code).not.toContain("<script");
    expect(code.match(/"/g)).toHaveLength(10 + 2);
  });

  test("has the query in its address", () => {
    expect(embedPath("map", [["province", "sindh"]])).toBe("/embed/map?province=sindh");
    expect(embedPath("power", [])).toBe("/embed/chart/power");
    expect(zoneEmbedPath("a/b", [["asOf", "2021-12-31"]])).toBe(
      "/embed/zone/a%2Fb?asOf=2021-12-31",
    );
  });
});
