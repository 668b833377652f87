import { expect, test } from "vitest";
import { figureCsv } from "@/lib/formats/figure-csv";

test("the data behind a figure: keys first, unknown in words, nothing that runs as a formula", () => {
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
    ["zone,needed", '"Hub, the old",210.5', `"'=SUM(""A1"")",unknown`, "Bostan,0", ""].join("\n"),
  );
});
