import { describe, expect, test } from "vitest";
import type { MapPoint } from "@/components/map/map-point";
import { pickedFeatures, zoneFeatures } from "@/components/map/zone-source";

const HUB: MapPoint = {
  ...{ slug: "hub-sez", name: "Hub", lon: 66.9, lat: 25, description: "", areaAcres: 6000 },
  ...{ standing: "running", candidate: false, precision: "town", selected: false },
  ...{ gap: null, shade: null },
};
const properties = (points: readonly MapPoint[], sizeByArea = false) =>
  zoneFeatures(points, sizeByArea).features.map((feature) => feature.properties);

describe("the zones as the map library gets them", () => {
  test("are at their places, with the picture of their standing", () => {
    const [feature] = zoneFeatures([HUB], false).features;
    expect(feature?.geometry.coordinates).toEqual([66.9, 25]);
    expect(feature?.properties).toMatchObject({ slug: "hub-sez", name: "Hub", order: 0 });
    expect(properties([HUB, { ...HUB, standing: "unknown", candidate: true }])).toMatchObject([
      { image: "mark/running/plain/15", kind: 0 },
      { image: "mark/unknown/candidate/15", kind: 5 },
    ]);
  });

  test("are as large as their area where that is asked for", () => {
    const [large, unknown] = properties([HUB, { ...HUB, areaAcres: null }], true);
    expect(large?.size).toBe(36);
    expect(unknown?.size).toBe(12);
  });

  test("are hollow where the value that colours them is unknown, which is no step", () => {
    const shaded = [0, 3, null] as const;
    const points = shaded.map((step) => ({ ...HUB, candidate: true, shade: { step } }));
    expect(properties(points)).toMatchObject([
      { image: "mark/shade-0/plain/15", kind: 6 },
      { image: "mark/shade-3/plain/15", kind: 9 },
      { image: "mark/shade-null/plain/15", kind: 10 },
    ]);
  });

  test("have a bar where a gap is known, in which unknown is no zero", () => {
    const gaps = [null, { needed: 0.5, delivered: null }, { needed: 1, delivered: 0 }];
    expect(properties(gaps.map((gap) => ({ ...HUB, gap }))).map((one) => one?.gap)).toEqual([
      undefined,
      "gap/0.5/null",
      "gap/1/0",
    ]);
  });

  test("are drawn again where they are chosen or pointed at, with a ring as wide as their place is vague", () => {
    const chosen = { ...HUB, slug: "a", selected: true, precision: "site" as const };
    const vague = { ...HUB, slug: "b", precision: "district" as const };
    const picked = pickedFeatures([chosen, vague, HUB], false, "b").features;
    expect(picked.map((one) => one.properties)).toMatchObject([
      { slug: "a", active: false, ring: 0 },
      { slug: "b", active: true },
    ]);
    // 25 km at zoom 0, where a pixel has some 71 km at this latitude.
    expect(picked[1]?.properties?.ring).toBeCloseTo(25 / 70.9, 2);
  });
});
