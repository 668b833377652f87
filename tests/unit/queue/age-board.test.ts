import { expect, test } from "vitest";
import { AGING_GROUPS, listZoneAges } from "@/lib/queue/age-board";

test("a group is as old as its newest report, and the zone that was silent longest is first", () => {
  const ages = listZoneAges(
    [
      { slug: "new", dates: { electricity: "2020-01-01", gas: "2026-11-21", status: "2026-10" } },
      // Where a zone is does not get old.
      { slug: "silent", dates: { district: "2026-11-30" } },
      { slug: "old", dates: { electricity: "2024", water: "2023-05-01" } },
    ],
    "2026-12-01",
  );
  expect(ages.map(({ slug }) => slug)).toEqual(["silent", "old", "new"]);
  const [silent, old, recent] = ages.map(({ days }) => Object.fromEntries(days));
  expect(silent).toEqual({});
  expect(old).toEqual({ utilities: 700 });
  expect(recent).toMatchObject({ utilities: 10 });
  expect(AGING_GROUPS).not.toContain("identity");
});
