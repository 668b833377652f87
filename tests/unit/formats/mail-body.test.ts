import { describe, expect, test } from "vitest";
import { type MailContent, writeMailHtml, writeMailText } from "@/lib/formats/mail-body";

const CONTENT = {
  language: "ur",
  dir: "rtl",
  heading: "2 changes",
  paragraphs: ["All changes"],
  items: [
    {
      title: 'A & B: "gas" <moved> up',
      href: "https://sez.example.org/zones/a?lang=ur#gas",
      detail: "Today",
    },
    { title: "C was added", href: null, detail: "Yesterday" },
  ],
  links: [{ label: "See all", href: "https://sez.example.org/changes?a=1&b=2" }],
  reasons: ["You asked for it."],
  stop: { label: "Stop", href: "https://sez.example.org/alerts?stop=secret" },
} satisfies MailContent;

describe("a mail", () => {
  test("as plain text has every address on a line of its own, and ends with how to stop", () => {
    const lines = writeMailText(CONTENT)
      .split("\n")
      .map((line) => line.trim());
    for (const { href } of [...CONTENT.items, ...CONTENT.links]) {
      if (href !== null) expect(lines).toContain(href);
    }
    expect(lines.filter((line) => line !== "").at(-1)).toBe(CONTENT.stop.href);
    expect(writeMailText(CONTENT)).toContain('- A & B: "gas" <moved> up\n  Today\n  https://');
  });

  test("as HTML is escaped, has the language and direction, and loads nothing", () => {
    const html = writeMailHtml(CONTENT);
    expect(html).toContain('<html lang="ur" dir="rtl">');
    expect(html).toContain("A &amp; B: &quot;gas&quot; &lt;moved&gt; up</a>");
    expect(html).toContain('href="https://sez.example.org/changes?a=1&amp;b=2"');
    expect(html).toContain("C was added<br>");
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(/);
  });

  test("without news has no empty list", () => {
    expect(writeMailHtml({ ...CONTENT, items: [] })).not.toContain("<ul");
  });
});
