import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Place } from "@/lib/catalogue/kinds";
import { isInside, PROVINCE_BOXES, TERRITORY } from "@/lib/catalogue/territory";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import { seededZones } from "../zones/seeded-zones";

const { features } = JSON.parse(readFileSync("public/basemap/provinces.geojson", "utf8"));

const boxOf = (code: string) => Object.entries(PROVINCE_BOXES).find(([key]) => key === code)?.[1];

/** Every point of a geometry. */
function listPoints(coordinates: unknown): Place[] {
  if (!Array.isArray(coordinates)) return [];
  const [lon, lat] = coordinates;
  return typeof lon === "number" ? [{ lon, lat }] : coordinates.flatMap(listPoints);
}

describe("the boxes of the provinces", () => {
  test("contain the provinces of the map, and the territory contains them all", () => {
    expect(features).toHaveLength(VOCABULARIES.province.steps.length);
    for (const { properties, geometry } of features) {
      const box = boxOf(properties.code);
      if (!box) throw new Error(`no box of ${properties.code}`);
      for (const point of listPoints(geometry.coordinates)) {
        expect(isInside(box, point), properties.code).toBe(true);
        expect(isInside(TERRITORY, point)).toBe(true);
      }
    }
  });

  test("contain the zones of the data set", () => {
    for (const { slug, values } of seededZones()) {
      if (values.location === null || values.province === null) continue;
      expect(isInside(PROVINCE_BOXES[values.province], values.location), slug).toBe(true);
    }
  });
});
