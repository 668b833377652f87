import { expect, test } from "vitest";
import { figureCsv } from "@/lib/formats/figure-csv";

test("the CSV of a figure has keys first, an empty cell for unknown and no formulas", () => {
  const columns = [
    { key: "zone", label: "Zone" },
    { key: "needed", label: "Needed, MW", numeric: true },
  ];
  const rows = [
    { zone: "Hub, the old", needed: 210.5, href: "/zones/hub-sez" },
    { zone: '=SUM("A1")', needed: null },
    { zone: "Bostan", needed: 0 },
  ];
  expect(figureCsv(columns, rows)).toBe(
    ["zone,needed", '"Hub, the old",210.5', `"'=SUM(""A1"")",`, "Bostan,0", ""].join("\n"),
  );
});
