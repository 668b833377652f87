import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DrawnPlace, type DrawnZone, layoutDrawnMap } from "@/components/map/drawn-layout";
import { TERRITORY } from "@/lib/catalogue/territory";
import { STANDINGS } from "@/lib/readiness/standing";

const { west, east, south, north } = TERRITORY;
const noNaN = { noNaN: true, noDefaultInfinity: true };

const place = fc.record({
  lon: fc.double({ min: west, max: east, ...noNaN }),
  lat: fc.double({ min: south, max: north, ...noNaN }),
});

/** Zones anywhere in the territory, some of them at one place as in Karachi. */
const zones = fc
  .array(
    fc.record({
      location: fc.oneof(place, fc.constant({ lon: 67, lat: 24.8 })),
      name: fc.string({ minLength: 1, maxLength: 30 }),
      standing: fc.constantFrom(...STANDINGS),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(
      ({ location, name, standing }, i): DrawnZone => ({
        ...{ slug: `z${i}`, name, location, standing, candidate: false },
      }),
    ),
  );

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PLACES: readonly DrawnPlace[] = [
  { name: "Karachi", location: { lon: 67.01, lat: 24.861 }, isCity: true },
  { name: "Lahore", location: { lon: 74.351, lat: 31.558 }, isCity: true },
  { name: "India", location: { lon: 76.6, lat: 29.6 }, isCity: false },
];

const layOut = (list: readonly DrawnZone[], places: readonly DrawnPlace[] = []) => {
  const layout = layoutDrawnMap(list, 720, 15, 11, places);
  const { width, height, markerSize, markers } = layout;
  const marks = markers.map(({ x, y }) => ({
    x: x - markerSize / 2,
    y: y - markerSize / 2,
    width: markerSize,
    height: markerSize,
  }));
  const names = [...markers, ...layout.places].flatMap(({ label }) => label ?? []);
  return { frame: { width, height }, marks, names };
};

const withPlaces = fc.constantFrom([], PLACES);

describe("a drawn map", () => {
  test("every zone with a location is inside the drawing, and so is every name", () => {
    fc.assert(
      fc.property(zones, withPlaces, (list, places) => {
        const { frame, marks, names } = layOut(list, places);
        expect(marks).toHaveLength(list.length);
        for (const box of [...marks, ...names]) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.width + 1e-9);
          expect(box.y + box.height).toBeLessThanOrEqual(frame.height + 1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("no name covers another name or a marker", () => {
    fc.assert(
      fc.property(zones, withPlaces, (list, places) => {
        const { marks, names } = layOut(list, places);
        for (const [i, name] of names.entries()) {
          expect(names.slice(i + 1).some((other) => overlap(name, other))).toBe(false);
          expect(marks.some((mark) => overlap(name, mark))).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("zones at one place are drawn apart", () => {
    const same = [0, 1, 2].map(
      (i): DrawnZone => ({
        slug: `z${i}`,
        name: "Karachi",
        location: { lon: 67, lat: 24.8 },
        standing: "unknown",
        candidate: false,
      }),
    );
    const { marks } = layOut(same);
    const [a, b, c] = marks;
    if (!a || !b || !c) throw new Error("a marker is missing");
    const middles = [a, b, c];
    for (const [i, one] of middles.entries()) {
      for (const other of middles.slice(i + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(14.5);
      }
    }
  });

  test("the only zone has its name beside it", () => {
    const { names } = layOut([
      {
        slug: "a",
        name: "Rashakai",
        location: { lon: 72, lat: 34 },
        standing: "unknown",
        candidate: false,
      },
    ]);
    expect(names).toHaveLength(1);
  });

  test("a running zone among many has its name away from its marker, with a line to it", () => {
    const crowd = Array.from(
      { length: 9 },
      (_, i): DrawnZone => ({
        ...{ slug: `z${i}`, name: "Hattar Industrial Park", location: { lon: 72, lat: 30 } },
        ...{ standing: i === 0 ? "running" : "unknown", candidate: false },
      }),
    );
    const [running] = layoutDrawnMap(crowd, 720, 15, 11, PLACES).markers;
    if (!running) throw new Error("a marker is missing");
    const { x, y, label } = running;
    expect(label).not.toBeNull();
    const end = label?.lineEnd;
    expect(end === undefined || Math.hypot(end.x - x, end.y - y) >= 15).toBe(true);
  });

  test("a running zone has its name in the better place, and a city there makes room", () => {
    const [karachi] = PLACES;
    if (!karachi) throw new Error("no city");
    const zone: DrawnZone = {
      ...{ slug: "a", name: "Bin Qasim", location: karachi.location },
      ...{ standing: "running", candidate: false },
    };
    const { markers, places } = layoutDrawnMap([zone], 720, 15, 11, PLACES);
    const city = places.find(({ place }) => place === karachi);
    expect(markers[0]?.label?.anchor).toBe("start");
    expect(city?.label.anchor).not.toBe("start");
  });

  test("Chinese characters have the room of their width", () => {
    const named = (name: string) =>
      layoutDrawnMap(
        [
          {
            slug: "a",
            name,
            location: { lon: 72, lat: 30 },
            standing: "unknown",
            candidate: false,
          },
        ],
        720,
        15,
        10,
      ).markers[0]?.label?.width;
    expect(named("拉沙卡伊")).toBeGreaterThanOrEqual(40);
    expect(named("abcd")).toBeLessThan(30);
  });
});
