import { expect, test } from "vitest";
import { get, getJson } from "../../support/api";
import { DAYS, GROWTH, HAND_WORKED } from "../../support/hand-worked";
import { type ReadRow, readCsv, readGeojson, readNdjson, readXlsx } from "../../support/read-files";
import { testDatabase } from "../../support/test-database";

testDatabase("seeded");

interface OneZone {
  readonly data: { readonly fields: Readonly<Record<string, { readonly value: unknown }>> };
}
interface ManyZones {
  readonly meta: { readonly matched: number };
}

/** Each way to the rows of a day. */
const WAYS: Readonly<Record<string, (body: ArrayBuffer) => Promise<readonly ReadRow[]>>> = {
  zones: async (body) => JSON.parse(Buffer.from(body).toString()).data,
  "zones.csv": async (body) => readCsv(body),
  "zones.xlsx": readXlsx,
  "zones.geojson": async (body) => readGeojson(Buffer.from(body).toString()),
  "zones.ndjson": async (body) => readNdjson(Buffer.from(body).toString()),
};

const SLUGS = Object.keys(HAND_WORKED);
const valueOn = (slug: string, field: string, day: number) => HAND_WORKED[slug]?.[field]?.[day];

for (const [at, day] of DAYS.entries()) {
  test(`${day}: list, files and zones say what was worked out by hand`, async () => {
    for (const [way, read] of Object.entries(WAYS)) {
      const response = await get(`${way}?scope=all&zones=${SLUGS.join(",")}&asOf=${day}`);
      expect(response.status, way).toBe(200);
      const rows = await read(await response.arrayBuffer());
      expect(rows.map(({ slug }) => slug).sort(), way).toEqual([...SLUGS].sort());
      for (const row of rows) {
        for (const field of Object.keys(HAND_WORKED[String(row.slug)] ?? {})) {
          expect(row[field], `${way} ${row.slug} ${field}`).toEqual(
            valueOn(String(row.slug), field, at),
          );
        }
      }
    }
    for (const slug of SLUGS) {
      const { data } = await getJson<OneZone>(`zones/${slug}?asOf=${day}`);
      for (const field of Object.keys(HAND_WORKED[slug] ?? {})) {
        expect(data.fields[field]?.value, `${slug} ${field}`).toEqual(valueOn(slug, field, at));
      }
    }
  });
}

test("the register grows: 7, 20, 28, 35, 44", async () => {
  for (const [day, zones] of GROWTH) {
    const { meta } = await getJson<ManyZones>(`zones?asOf=${day}`);
    expect(meta.matched, day).toBe(zones);
  }
});
