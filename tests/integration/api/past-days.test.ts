import { expect, test } from "vitest";
import { get, getJson } from "../../support/api";
import { DAYS, GROWTH, HAND_WORKED } from "../../support/hand-worked";
import { type ReadRow, readCsv, readGeojson, readXlsx } from "../../support/read-files";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

interface OneZone {
  readonly data: { readonly fields: Readonly<Record<string, { readonly value: unknown }>> };
}
interface ManyZones {
  readonly meta: { readonly matched: number };
}

/** The formats of the rows of a day. */
const FORMATS: Readonly<Record<string, (body: ArrayBuffer) => Promise<readonly ReadRow[]>>> = {
  zones: async (body) => JSON.parse(Buffer.from(body).toString()).data,
  "zones.csv": async (body) => readCsv(body),
  "zones.xlsx": readXlsx,
  "zones.geojson": async (body) => readGeojson(Buffer.from(body).toString()),
};

const SLUGS = Object.keys(HAND_WORKED);
const getValue = (slug: string, field: string, day: number) => HAND_WORKED[slug]?.[field]?.[day];

for (const [at, day] of DAYS.entries()) {
  test(`${day}: list, files and zones have the values worked out by hand`, async () => {
    for (const [format, read] of Object.entries(FORMATS)) {
      const response = await get(`${format}?scope=all&zones=${SLUGS.join(",")}&asOf=${day}`);
      expect(response.status, format).toBe(200);
      const rows = await read(await response.arrayBuffer());
      expect(rows.map(({ slug }) => slug).sort(), format).toEqual([...SLUGS].sort());
      for (const row of rows) {
        for (const field of Object.keys(HAND_WORKED[String(row.slug)] ?? {})) {
          expect(row[field], `${format} ${row.slug} ${field}`).toEqual(
            getValue(String(row.slug), field, at),
          );
        }
      }
    }
    for (const slug of SLUGS) {
      const { data } = await getJson<OneZone>(`zones/${slug}?asOf=${day}`);
      for (const field of Object.keys(HAND_WORKED[slug] ?? {})) {
        expect(data.fields[field]?.value, `${slug} ${field}`).toEqual(getValue(slug, field, at));
      }
    }
  });
}

test("the number of announced zones grows: 7, 20, 28, 35, 44", async () => {
  for (const [day, zones] of GROWTH) {
    const { meta } = await getJson<ManyZones>(`zones?asOf=${day}`);
    expect(meta.matched, day).toBe(zones);
  }
});
