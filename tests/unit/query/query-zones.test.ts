import { describe, expect, it } from "vitest";
import { countFacets } from "@/lib/query/facets";
import { parseQuery } from "@/lib/query/parse-query";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { createRow } from "@/tests/support/facts";

const ASK_ALL = { ...DEFAULT_QUERY, scope: "all" } as const;
const ROWS = [
  createRow({ name: "Hattar", province: "khyber-pakhtunkhwa" }, { slug: "hattar-sez", order: 1 }),
  createRow({ name: "Bostan", province: "balochistan" }, { slug: "bostan-sez", order: 2 }),
  createRow({ name: "Dhabeji", province: "sindh" }, { slug: "dhabeji-sez", order: 3 }),
];
const KNOWN = { zoneSlugs: ROWS.map(({ slug }) => slug) };

describe("the parameter zones", () => {
  it("is read in the given order without repeats", () => {
    const { query, problems } = parseQuery([["zones", "dhabeji-sez, hattar-sez,dhabeji-sez"]]);
    expect(problems).toEqual([]);
    expect(query.zones).toEqual(["dhabeji-sez", "hattar-sez"]);
  });

  it("is written as it was read, and left out where empty", () => {
    expect(writeQuery({ ...DEFAULT_QUERY, zones: ["dhabeji-sez", "hattar-sez"] })).toEqual([
      ["zones", "dhabeji-sez,hattar-sez"],
    ]);
    expect(writeQuery(DEFAULT_QUERY)).toEqual([]);
  });

  it.each(["", "Dhabeji", "dhabeji--sez", "dhabeji-sez,", "-dhabeji", "dhabeji sez"])(
    "refuses %j, which has not the form of a slug",
    (got) => {
      const { query, problems } = parseQuery([["zones", got]]);
      expect(problems).toEqual([
        {
          param: "zones",
          got,
          reason: { code: "zones-format" },
          allowed: [],
          nearest: null,
        },
      ]);
      expect(query.zones).toEqual([]);
    },
  );

  it("suggests the closest slug on record", () => {
    const { problems } = parseQuery([["zones", "hattar-sez,dhabeeji-sez"]], KNOWN);
    expect(problems).toEqual([
      {
        param: "zones",
        got: "hattar-sez,dhabeeji-sez",
        reason: { code: "not-allowed", value: "dhabeeji-sez" },
        allowed: KNOWN.zoneSlugs,
        fromData: true,
        nearest: "dhabeji-sez",
      },
    ]);
    expect(parseQuery([["zones", "Hattar-SEZ"]], KNOWN).problems[0]?.nearest).toBe("hattar-sez");
  });

  it("accepts any well-formed slug where no slugs on record are given", () => {
    expect(parseQuery([["zones", "dhabeeji-sez"]]).problems).toEqual([]);
  });

  it("keeps the named zones in the sort's order, and the total of the scope", () => {
    const { rows, total } = select(
      ROWS,
      { ...ASK_ALL, zones: ["dhabeji-sez", "bostan-sez", "nowhere"] },
      "2026-11-24",
    );
    expect(rows.map(({ slug }) => slug)).toEqual(["bostan-sez", "dhabeji-sez"]);
    expect(total).toBe(3);
  });

  it("restricts the facets", () => {
    const { filters } = countFacets(ROWS, { ...ASK_ALL, zones: ["bostan-sez"] }, "2026-11-24");
    expect(filters.province?.counts).toMatchObject({ balochistan: 1, sindh: 0, unknown: 0 });
  });
});
