import fs from "node:fs";

/** A theme of the product. */
export type Theme = "light" | "dark";

/** Red, green and blue in linear light, 0 to 1. */
export type LinearRgb = readonly [number, number, number];

/** Colours of both themes, by the names of their tokens. */
const COLOURS = new Map(
  [
    ...fs
      .readFileSync("app/styles/tokens.css", "utf8")
      .matchAll(/--color-([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g),
  ].map(([, name, light, dark]) => [name, { light, dark }]),
);

/** The colour of a token. @throws Error where no token has the name */
export function linearRgb(token: string, theme: Theme): LinearRgb {
  const hex = COLOURS.get(token)?.[theme];
  if (hex === undefined) throw new Error(`No token ${token}`);
  const part = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}
