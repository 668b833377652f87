import type { CSSProperties, ReactElement, ReactNode } from "react";
import { renderMarkup } from "./markup";
import { type ColourName, lightColour, paintLight } from "./palette";

/** A box of the drawing program, in which each child is beside the one before it unless the style says otherwise. */
export function Box({ style, children }: { style: CSSProperties; children: ReactNode }) {
  return <div style={{ display: "flex", ...style }}>{children}</div>;
}

/** A drawing as a picture, with its colours written into it. */
export function Drawing({
  width,
  height,
  children,
}: {
  width: number;
  height: number;
  children: ReactElement;
}) {
  const svg = renderMarkup(children, paintLight).replace(
    /^<svg(?! xmlns)/,
    '<svg xmlns="http://www.w3.org/2000/svg"',
  );
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return <Box style={{ width, height, backgroundImage: `url(${source})` }}>{null}</Box>;
}

export function inkOf(isKnown: boolean): string {
  const name: ColourName = isKnown ? "ink" : "ink-3";
  return lightColour(name);
}

/** What the fonts of the drawing program hold: Latin letters and the marks of our texts. */
const SPACES = /[\s\u2000-\u200A\u202F]+/gu;
const UNDRAWABLE =
  /[^\u0020-\u007E\u00A1-\u024F\u2013\u2014\u2018-\u201D\u2022\u2026\u20AC\u2122\u2212]+/gu;

/**
 * A text of letters that the fonts have. For any other letter the drawing program would fetch a font from the internet,
 * so an ellipsis stands for those.
 */
export function drawable(words: string): string {
  return words.replace(SPACES, " ").replace(UNDRAWABLE, "…");
}
