import { escapeXml } from "./xml-text";

/** A link with its words. The address is absolute. */
export interface MailLink {
  readonly label: string;
  readonly href: string;
}

/** One piece of news. */
export interface MailItem {
  readonly title: string;
  /** Absolute address of the place that shows it; null: there is none. */
  readonly href: string | null;
  /** When, and who says so. */
  readonly detail: string;
}

/** The content of a mail, in one language. */
export interface MailContent {
  /** Tag of the language (BCP 47). */
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly MailItem[];
  /** What the reader can do next, after the news. */
  readonly links: readonly MailLink[];
  /** Why the mail came. */
  readonly reasons: readonly string[];
  /** The last line: how to stop the mails; null: no other mail follows. */
  readonly stop: MailLink | null;
}

/** A mail as plain text. Addresses have lines of their own, so that every program finds them. */
export function writeMailText(content: MailContent): string {
  const writeLink = ({ label, href }: MailLink) => `${label}:\n${href}`;
  const writeItem = ({ title, detail, href }: MailItem) =>
    [`- ${title}`, detail, ...(href === null ? [] : [href])].join("\n  ");
  return [
    content.heading,
    ...content.paragraphs,
    ...content.items.map(writeItem),
    ...content.links.map(writeLink),
    "--",
    ...content.reasons,
    ...(content.stop === null ? [] : [writeLink(content.stop)]),
    "",
  ].join("\n\n");
}

/** A mail as HTML: no pictures, no scripts and nothing from elsewhere, so opening it tells nobody. */
export function writeMailHtml(content: MailContent): string {
  const { language, dir, heading } = content;
  const write = (tag: string, text: string, style = "") =>
    `<${tag}${style === "" ? "" : ` style="${style}"`}>${text}</${tag}>`;
  const writeLink = ({ label, href }: MailLink) =>
    `<a href="${escapeXml(href)}">${escapeXml(label)}</a>`;
  const writeItem = ({ title, detail, href }: MailItem) =>
    write(
      "li",
      `${href === null ? escapeXml(title) : writeLink({ label: title, href })}<br>${write("small", escapeXml(detail))}`,
      "margin-bottom:10px",
    );
  const items = content.items.map(writeItem).join("\n");
  return [
    `<!doctype html><html lang="${escapeXml(language)}" dir="${dir}">`,
    `<head><meta charset="utf-8"><title>${escapeXml(heading)}</title></head>`,
    '<body style="font:16px/1.5 sans-serif;max-width:640px;margin:0 auto;padding:16px">',
    write("h1", escapeXml(heading), "font-size:20px"),
    ...content.paragraphs.map((text) => write("p", escapeXml(text))),
    ...(items === "" ? [] : [write("ul", `\n${items}\n`, "padding-inline-start:20px")]),
    ...content.links.map((link) => write("p", writeLink(link))),
    "<hr>",
    ...content.reasons.map((text) => write("p", write("small", escapeXml(text)))),
    ...(content.stop === null ? [] : [write("p", write("small", writeLink(content.stop)))]),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
