import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { COLUMN_ROLES } from "@/lib/catalogue/import-columns";
import { suggestMapping } from "@/lib/entry/import-mapping";
import { prepareNames } from "@/lib/entry/import-names";
import { planRow } from "@/lib/entry/import-plan";
import { type ImportContext, prepareImport } from "@/lib/entry/import-row";
import { formatCell, formatColumn, type Table } from "@/lib/entry/table";
import type { Claim } from "@/lib/evidence/ledger-records";
import { getWordCell } from "@/lib/formats/columns";
import { refusedCsv } from "@/lib/formats/refused-csv";
import { getFieldCell } from "@/lib/formats/sheet-words";
import { readRows } from "@/lib/server/import/read-table";
import { makeClaimId } from "@/lib/server/import/run-import";
import { englishText } from "@/lib/text/english-text";
import { describeCellProblem } from "@/lib/text/import-words";
import { createValues } from "../../support/facts";

const labelOf = (key: Parameters<typeof fieldSpec>[0]) => fieldSpec(key).label;

const names = prepareNames(
  [
    { slug: "hattar-sez", names: ["Hattar SEZ", "Hattar Industrial Estate"] },
    { slug: "rashakai-sez", names: ["Rashakai SEZ"] },
  ],
  [
    {
      id: "century-steel",
      zone: "rashakai-sez",
      firm: "Century Steel",
      firmId: "century-steel",
      order: 1,
    },
  ],
  [{ id: "boi-list", title: "List of zones", url: "https://www.boi.gov.pk/list/" }],
  labelOf,
);

const SHOWN: Readonly<Record<string, unknown>> = { areaAcres: 424, sectors: ["food", "steel"] };

const context: ImportContext = {
  names,
  defaults: {
    sourceId: "boi-list",
    asOf: "2026-10",
    origin: "official",
    confidence: "medium",
    note: null,
    confirmed: false,
  },
  shown: (zone, _, field) => ({
    value: (zone === "hattar-sez" ? (SHOWN[field] ?? null) : null) as Claim["value"],
    claimId: zone === "hattar-sez" && field in SHOWN ? `claim-on-${field}` : null,
  }),
  exported: () => null,
  confirmedCells: new Set(),
  newZone: null,
  findClaim: () => undefined,
  write: (value) => String(getWordCell(value)),
  toWords: (field, value) => String(getFieldCell(englishText, field, value)),
  makeId: makeClaimId,
};

function plan(
  header: readonly string[],
  cells: readonly string[],
  covered: readonly string[] = [],
) {
  const table: Table = { headerRow: 1, header, rows: [cells], covered };
  return planRow(prepareImport(table, suggestMapping(header, labelOf), context), 0);
}

describe("the use of columns", () => {
  test("is suggested by keys, labels, units and small misspellings", () => {
    expect(
      suggestMapping(
        ["Slug", "Area (acres)", "electricity", "Gas needed", "as-of", "Sorce", "x"],
        labelOf,
      ),
    ).toEqual({
      layout: "zones",
      targets: ["zone", "areaAcres", "electricity", expect.any(String), "asOf", "source", "ignore"],
    });
    expect(suggestMapping(["Zone", "Field", "Value", "Date", "URL"], labelOf)).toEqual({
      layout: "claims",
      targets: ["zone", "field", "value", "asOf", "source"],
    });
  });

  test("finds the columns of the tracker's own files, and leaves out what they compute", () => {
    const { targets } = suggestMapping(
      [
        "slug",
        "name",
        ...ZONE_FIELD_KEYS.filter((key) => key !== "name" && key !== "location"),
        "longitude",
        "latitude",
        "readinessLow",
      ],
      labelOf,
    );
    expect(targets[0]).toBe("zone");
    expect(targets[1]).toBe("name");
    expect(targets.at(-1)).toBe("ignore");
    expect(targets.slice(0, -1)).not.toContain("ignore");
  });

  test("no role has the name of a field", () => {
    expect(
      COLUMN_ROLES.filter((role) => (ZONE_FIELD_KEYS as readonly string[]).includes(role)),
    ).toEqual([]);
  });
});

describe("a row for a claim", () => {
  const HEAD = ["zone", "field", "value", "as of", "source"];

  test("is read by names, labels and addresses, with what applies to the whole import", () => {
    const { claims, issues } = plan(HEAD, [
      "hattar industrial estate",
      "Area",
      "1,250 acres",
      "Oct 2025",
      "http://boi.gov.pk/list?utm_source=x",
    ]);
    expect(issues).toEqual([]);
    expect(claims).toMatchObject([
      {
        basedOn: "claim-on-areaAcres",
        column: 2,
        claim: {
          zone: "hattar-sez",
          tenancy: null,
          field: "areaAcres",
          value: 1250,
          asOf: "2025-10",
          sourceId: "boi-list",
          origin: "official",
        },
      },
    ]);
  });

  test("says “unknown” where the source does, and refuses other words for nothing", () => {
    expect(plan(HEAD, ["hattar-sez", "Area", "unknown", "", ""]).claims).toMatchObject([
      { claim: { value: null, asOf: "2026-10" } },
    ]);
    for (const nothing of ["N/A", "-", "n.a.", "tbd"]) {
      expect(plan(HEAD, ["hattar-sez", "Area", nothing, "", ""])).toMatchObject({
        claims: [],
        issues: [{ column: 2, problem: { code: "reading" } }],
      });
    }
  });

  test.each([
    [["hatar-sez", "Area", "1", "", ""], 0, "hattar-sez"],
    [["hattar-sez", "Areaa", "1", "", ""], 1, "areaAcres"],
    [["hattar-sez", "Area", "approx. 1,000", "", ""], 2, "1,000"],
    [["hattar-sez", "Area", "1000", "46000", ""], 3, "2025-12-09"],
    [["hattar-sez", "Area", "1000", "", "List of zone"], 4, "List of zones"],
    [["hattar-sez", "Area", "#REF!", "", ""], 2, null],
    [["hattar-sez", "District", "Harip\ufffdr", "", ""], 2, null],
  ])("%j is refused at its cell with the nearest value", (cells, column, suggestion) => {
    expect(plan(HEAD, cells)).toMatchObject({ claims: [], issues: [{ column, suggestion }] });
  });

  test("has the same id for the same content, and another for another", () => {
    const [id, same, other] = ["1250", "1,250 acres", "1251"].map(
      (value) => plan(HEAD, ["hattar-sez", "Area", value, "", ""]).claims[0]?.claim.id,
    );
    expect(same).toBe(id);
    expect(other).not.toBe(id);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe("a row for a zone", () => {
  const HEAD = ["slug", "areaAcres", "sectors", "latitude", "longitude", "Electricity"];

  test("adds nothing for what is displayed, in whatever form", () => {
    expect(
      plan(HEAD, ["hattar-sez", "424 acres", "steel; food", "unknown", "unknown", ""]),
    ).toEqual({ index: 0, claims: [], issues: [], unchanged: 3 });
  });

  test("states the cells that differ, also a place in two columns", () => {
    const { claims, issues, unchanged } = plan(HEAD, [
      "hattar-sez",
      "500",
      "food; steel",
      "33.9",
      "72.85",
      "Available",
    ]);
    expect(issues).toEqual([]);
    expect(unchanged).toBe(1);
    expect(claims.map(({ claim, column }) => [claim.field, claim.value, column])).toEqual([
      ["areaAcres", 500, 1],
      ["electricity", "available", 5],
      ["location", { lat: 33.9, lon: 72.85 }, 3],
    ]);
  });

  test("does not remove a value, nor take a cell that is merged across columns", () => {
    expect(plan(HEAD, ["hattar-sez", "unknown"])).toMatchObject({
      claims: [],
      issues: [{ column: 1, problem: { code: "unknown-over-known" }, suggestion: "424" }],
    });
    expect(plan(HEAD, ["hattar-sez", "500", "", "", "", "x"], ["F2"])).toMatchObject({
      issues: [{ column: 5, problem: { code: "covered" } }],
    });
  });

  test.each([
    ["Hattar SEZ", [1, 2]],
    ["No such zone", [0, 1, 2]],
  ])("of %s says all that is wrong at once", (zone, columns) => {
    const { claims, issues } = plan(["zone", "areaAcres", "as of"], [zone, "lots", "2026-13-45"]);
    expect(claims).toEqual([]);
    expect(issues.map(({ column }) => column)).toEqual(columns);
  });

  test("is about a firm where it names one", () => {
    expect(
      plan(["firm", "zone", "Stage"], ["Century Steel", "Rashakai SEZ", "producing"]),
    ).toMatchObject({
      issues: [],
      claims: [
        { claim: { zone: "rashakai-sez", tenancy: "century-steel", field: "tenancyStage" } },
      ],
    });
    expect(plan(["zone", "Stage"], ["Rashakai SEZ", "producing"])).toMatchObject({
      issues: [{ problem: { code: "field-of-firms" } }],
    });
  });
});

test("whatever is in the cells, a row is read without an exception and each issue has words", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "hattar-sez",
      "Area",
      "Electricity",
      "1,000",
      "-",
      "12.5",
      "2026",
      "available",
      "Century Steel",
      "unknown",
      "",
    ),
  );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...COLUMN_ROLES, "areaAcres", "electricity", "Stage", "other"), {
        minLength: 1,
        maxLength: 9,
      }),
      fc.array(cell, { maxLength: 9 }),
      (header, cells) => {
        const { issues, claims } = plan(header, cells);
        for (const issue of issues)
          expect(describeCellProblem(englishText, issue).length).toBeGreaterThan(5);
        for (const { claim } of claims) expect(claim.sourceId).toBeTruthy();
      },
    ),
    { numRuns: 300 },
  );
});

test("cells have the addresses that spreadsheets show", () => {
  expect([0, 25, 26, 701, 702].map(formatColumn)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  expect(formatCell(3, 17)).toBe("D17");
});

test("the file of refused rows comes back with its problems left out", () => {
  const csv = refusedCsv(
    ["zone", "field", "value"],
    [{ cells: ["hatar-sez", "Area", "=1"], problems: ["A2 No zone", "C2 x"] }],
  );
  const read = readRows(csv);
  expect(read).toMatchObject({
    delimiter: "comma",
    rows: [
      ["zone", "field", "value", "problems"],
      ["hatar-sez", "Area", "=1", "A2 No zone | C2 x"],
    ],
  });
  expect(suggestMapping(["zone", "field", "value", "problems"], labelOf).targets.at(-1)).toBe(
    "ignore",
  );
});

describe("a row of an export that is brought back", () => {
  const planExported = (value: string, snapshot: string, ...confirmedCells: readonly string[]) => {
    const header = ["slug", "areaAcres", "snapshot"];
    const rows = [["hattar-sez", value, snapshot]];
    const exported: ImportContext["exported"] = (name) =>
      name === "" ? null : name === "2026-11-01_r3" ? createValues({ areaAcres: 400 }) : undefined;
    return planRow(
      prepareImport({ headerRow: 1, header, rows, covered: [] }, suggestMapping(header, labelOf), {
        ...context,
        exported,
        confirmedCells: new Set(confirmedCells),
      }),
      0,
    );
  };

  test("adds nothing where its cell was not edited, although the registry has another value now", () => {
    for (const same of ["400", "400.0", "424"]) {
      expect(planExported(same, "2026-11-01_r3"), same).toMatchObject({
        ...{ claims: [], issues: [], unchanged: 1 },
      });
    }
    expect(planExported("400", "").claims).toHaveLength(1);
  });

  test("asks about an edited cell with both values, and adds it once that is confirmed", () => {
    const asked = planExported("500", "2026-11-01_r3");
    expect(asked.claims).toEqual([]);
    expect(asked.issues.map((issue) => describeCellProblem(englishText, issue))).toEqual([
      expect.stringMatching(/^The registry has 424 acres now; the export had 400 acres\./),
    ]);
    expect(planExported("500", "2026-11-01_r3", "B2 changed-since")).toMatchObject({
      issues: [],
      claims: [{ claim: { value: 500 }, basedOn: "claim-on-areaAcres" }],
    });
  });

  test("is refused where no export has its day and revision", () => {
    expect(planExported("400", "2026-11-01_r9").issues).toMatchObject([
      { column: 2, problem: { code: "no-snapshot" } },
    ]);
  });
});

describe("a misspelled word that is read all the same", () => {
  test.each([
    [["slug", "Water"], ["hattar-sez", "availble"], "B2", "Read as Available."],
    [
      ["zone", "Gas", "as of"],
      ["hattar-sez", "partial", "Septembr 2024"],
      "C2",
      "Read as 2024-09.",
    ],
  ] as const)("%s: %s is confirmed first", (header, cells, cell, words) => {
    const table: Table = { headerRow: 1, header, rows: [cells], covered: [] };
    const planConfirmed = (...confirmed: readonly string[]) =>
      planRow(
        prepareImport(table, suggestMapping(header, labelOf), {
          ...context,
          confirmedCells: new Set(confirmed),
        }),
        0,
      );
    const asked = planConfirmed();
    expect(asked.claims).toEqual([]);
    expect(asked.issues.map((issue) => describeCellProblem(englishText, issue))).toEqual([
      expect.stringContaining(words),
    ]);
    expect(planConfirmed(`${cell} repaired`)).toMatchObject({ issues: [], claims: [{}] });
  });
});
