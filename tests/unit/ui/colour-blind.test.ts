import { describe, expect, test } from "vitest";
import { TONES, type Tone } from "@/components/charts/drawing";
import { CHANGE_TONES, EVENT_MARKS } from "@/components/features/news/news-lines";
import { type LinearRgb, linearRgb, type Theme } from "./tokens";

type Matrix = readonly [LinearRgb, LinearRgb, LinearRgb];

/** How colours look to readers who lack one kind of cone (Machado, Oliveira and Fernandes 2009), in linear light. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Distance in OKLab below which two areas that are not side by side may be taken for one another. */
const LEAST_DISTANCE = 0.1;

describe.each(Object.entries(SIGHTS))("%s", (_, sight) => {
  test.each(["light", "dark"] as const)("every two groups of changes differ, %s", (theme) => {
    const alike = pairsOf(Object.values(CHANGE_TONES)).filter(
      ([a, b]) => isHollow(a) === isHollow(b) && distance(a, b, theme, sight) < LEAST_DISTANCE,
    );
    expect(alike).toEqual([]);
  });
});

test("no two kinds of event have one shape", () => {
  const shapes = Object.values(EVENT_MARKS).map(({ shape }) => shape);
  expect(new Set(shapes).size).toBe(shapes.length);
});

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}

function isHollow(tone: Tone): boolean {
  return TONES[tone].includes("fill-transparent");
}

/** The token that fills the area of a tone; of an outline, the token of its line. */
function tokenOf(tone: Tone): string {
  const [, token] = (isHollow(tone) ? /stroke-(\S+)/ : /fill-(\S+)/).exec(TONES[tone]) ?? [];
  return token ?? "";
}

function distance(a: Tone, b: Tone, theme: Theme, sight: Matrix): number {
  const look = (tone: Tone) => oklab(multiply(sight, linearRgb(tokenOf(tone), theme)));
  const [one, other] = [look(a), look(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_OKLAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function oklab(colour: LinearRgb): LinearRgb {
  const [l, m, s] = multiply(TO_CONES, colour);
  const root = (part: number) => Math.cbrt(Math.max(0, part));
  return multiply(TO_OKLAB, [root(l), root(m), root(s)]);
}

function multiply(matrix: Matrix, [x, y, z]: LinearRgb): LinearRgb {
  const part = ([p, q, r]: LinearRgb) => p * x + q * y + r * z;
  return [part(matrix[0]), part(matrix[1]), part(matrix[2])];
}
