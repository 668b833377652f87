// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { sitemapIndexXml, sitemapXml } from "@/lib/formats/sitemap";

const parse = (xml: string) => new DOMParser().parseFromString(xml, "application/xml");

describe("a sitemap", () => {
  it("has the address of each page and those of its languages, whatever characters they have", () => {
    const languages = {
      en: "https://sez.example.org/?a=1&b=2",
      "zh-Hans": "https://sez.example.org/zh",
    };
    const document = parse(sitemapXml([{ url: languages.en, languages, changedOn: "2026-11-30" }]));
    expect(document.documentElement.namespaceURI).toBe(
      "http://www.sitemaps.org/schemas/sitemap/0.9",
    );
    expect([...document.getElementsByTagName("loc")].map(({ textContent }) => textContent)).toEqual(
      [languages.en],
    );
    expect(document.getElementsByTagName("lastmod")[0]?.textContent).toBe("2026-11-30");
    const links = [...document.getElementsByTagName("xhtml:link")];
    expect(links.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")])).toEqual(
      Object.entries(languages),
    );
  });

  it("lists its parts", () => {
    const urls = ["https://sez.example.org/sitemap.xml?part=1", "https://sez.example.org/?a&b"];
    const document = parse(sitemapIndexXml(urls));
    expect(document.documentElement.nodeName).toBe("sitemapindex");
    expect([...document.getElementsByTagName("loc")].map(({ textContent }) => textContent)).toEqual(
      urls,
    );
  });
});
