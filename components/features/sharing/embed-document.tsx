import type { ReactNode } from "react";
import type { EmbedTheme } from "@/lib/contract/embeds";
import { LICENCE } from "@/lib/formats/file-notes";
import { LOCALES } from "@/lib/text/locales";
import type { Text } from "@/lib/text/text";
import { embedStyle } from "./embed-style";
import { renderMarkup } from "./markup";
import { describePictureMoment, type PictureMoment } from "./zone-words";

/** The content of an embed. */
export interface Embed {
  /** The heading, which says what it shows. */
  readonly title: string;
  readonly content: ReactNode;
  /** The address of the full view at the same moment, with scheme and host. */
  readonly full: string;
  /** Sentences under it, such as what its bars mean. */
  readonly notes: readonly string[];
  readonly moment: PictureMoment;
}

/** An embed as a document without scripts. */
export function renderEmbed(text: Text, theme: EmbedTheme | null, embed: Embed): string {
  const { title, content, full, notes, moment } = embed;
  return renderDocument(
    text,
    theme,
    title,
    <>
      <main>
        <h1>{title}</h1>
        {content}
      </main>
      <footer>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>
          {text.t.rich("sharing.embed.attribution", {
            moment: describePictureMoment(text, moment),
            link: (words) => <OutLink href={full}>{words}</OutLink>,
            licence: (words) => <OutLink href={LICENCE.url}>{words}</OutLink>,
          })}
        </p>
      </footer>
    </>,
  );
}

/** In place of an embed: why it cannot be shown. */
export function renderEmbedProblem(text: Text, reasons: readonly string[]): string {
  const title = text.t("sharing.embed.failed");
  return renderDocument(
    text,
    null,
    title,
    <main>
      <h1>{title}</h1>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </main>,
  );
}

/** A link that leaves the frame. */
export function OutLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

/** A document without scripts, which is no page of Next. */
function renderDocument(
  text: Text,
  theme: EmbedTheme | null,
  title: string,
  body: ReactNode,
): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="robots" content="noindex">',
    renderMarkup(<title>{title}</title>),
    `<style>${embedStyle(theme)}</style>`,
  ].join("");
  return `<!doctype html><html lang="${LOCALES[text.locale].tag}" dir="${text.dir}"><head>${head}</head><body>${renderMarkup(body)}</body></html>`;
}
