import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { WithText } from "../../support/with-text";

/** A drawn element with its attributes, in the order of drawing. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The markup of a chart, without a browser. */
export function markupOf(chart: ReactElement): string {
  return renderToStaticMarkup(createElement(WithText, null, chart));
}

/** All elements of some tags, in the order in which they are drawn. */
export function shapesOf(chart: ReactElement, ...tags: string[]): Shape[] {
  const found = markupOf(chart).matchAll(/<([a-z]+)((?:\s[\w:-]+="[^"]*")*)\s*\/?>/g);
  return [...found].flatMap(([, tag = "", text = ""]) =>
    tags.includes(tag) ? [{ tag, attributes: attributesOf(text) }] : [],
  );
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/\s([\w:-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
}

/** The rectangles that carry the name of a part. */
export function partsOf(chart: ReactElement, name?: string): Shape[] {
  return shapesOf(chart, "rect", "path").filter(({ attributes }) =>
    name === undefined ? "data-part" in attributes : attributes["data-part"] === name,
  );
}

/** A length of a shape: percent or CSS pixels. Fails the test where the shape has none. */
export function lengthOf(shape: Shape | undefined, name: string): number {
  const text = shape?.attributes[name];
  if (text === undefined) throw new Error(`no ${name} on ${shape?.tag ?? "a missing shape"}`);
  return Number.parseFloat(text);
}

/** Is the inside of a shape the ground's colour, with an outline? */
export function isHollow(shape: Shape | undefined): boolean {
  const classes = shape?.attributes.class ?? "";
  const ground = /fill-paper(?!-)|fill-transparent|fill-ground/.test(classes);
  return ground && /(^| )stroke-/.test(classes);
}
