import { describe, expect, it } from "vitest";
import { linearRgb, type Theme } from "./tokens";

const GROUNDS = ["paper", "paper-2", "pop"];
/** [ink, grounds]: at least 4.5 : 1. */
const TEXT: [string, string[]][] = [
  ["ink", [...GROUNDS, "paper-3", "accent-wash", "land-far"]],
  ["ink-2", [...GROUNDS, "paper-3", "accent-wash", "land-far"]],
  ["ink-3", [...GROUNDS, "paper-3", "accent-wash", "land-far"]],
  ["accent", [...GROUNDS, "accent-wash"]],
  ["accent-ink", ["accent"]],
  ["amber-ink", [...GROUNDS, "amber-wash"]],
  ["rust", [...GROUNDS, "rust-wash", "accent-wash"]],
];
/** [mark, grounds]: at least 3 : 1. */
const MARKS: [string, string[]][] = [
  ["edge", ["paper", "pop"]],
  ["unknown", [...GROUNDS, "land", "land-far", "sea"]],
  ["mark-line", [...GROUNDS, "land", "land-far", "sea"]],
  ["amber-ink", ["land", "land-far", "sea"]],
  ["band-known", GROUNDS],
  ["band-open", ["paper", "pop", "paper-2"]],
];

describe.each(["light", "dark"] as const)("contrast, %s", (theme) => {
  it.each(pairs(TEXT))("%s on %s can be read", (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(MARKS))("%s on %s can be seen", (mark, ground) => {
    expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

function pairs(table: [string, string[]][]): [string, string][] {
  return table.flatMap(([ink, grounds]) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  );
}

function contrast(ink: string, ground: string, theme: Theme): number {
  const [a, b] = [luminance(ink, theme), luminance(ground, theme)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(token: string, theme: Theme): number {
  const [r, g, b] = linearRgb(token, theme);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
