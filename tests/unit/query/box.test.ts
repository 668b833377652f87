import { describe, expect, test } from "vitest";
import { isInBox, readBox } from "@/lib/query/box";

const BOX = { west: 66, south: 24, east: 70, north: 30 };

describe("a box", () => {
  test.each(["66,24,70,30", " 66, 24 ,70,30.0", "66,24,-5,70,30,900"])("%s is read", (got) => {
    expect(readBox(got)).toEqual({ value: BOX });
  });

  test.each([
    "",
    "66,24,70",
    "66,24,70,30,1",
    "66,24,70,x",
    "66,24,,30",
    "66,30,70,24",
    "1,2,3,4,5,6,7",
  ])("%j is refused with the form that it has", (got) => {
    expect(readBox(got)).toMatchObject({ issue: { reason: { code: "box-format" } } });
  });

  test.each([
    [66, 24, true],
    [70, 30, true],
    [65.99, 25, false],
    [70.01, 25, false],
    [67, 23.99, false],
    [67, 30.01, false],
  ])("with its sides has the place %d, %d: %s", (lon, lat, isIn) => {
    expect(isInBox({ lon, lat }, BOX)).toBe(isIn);
  });

  test.each([
    [179, true],
    [-179, true],
    [0, false],
  ])("across the 180th meridian has the longitude %d: %s", (lon, isIn) => {
    expect(isInBox({ lon, lat: 25 }, { ...BOX, west: 170, east: -170 })).toBe(isIn);
  });
});
