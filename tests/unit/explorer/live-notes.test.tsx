import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LiveNotes } from "@/components/features/explorer/live-notes";
import type { ZoneRow } from "@/lib/evidence/row";
import { WithText } from "@/tests/support/with-text";
import { zone } from "./rows";

/** The lines of the note, without markup. */
function readNote(before: readonly ZoneRow[], after: readonly ZoneRow[]): string[] {
  const steady = {
    rows: [],
    outOfOrder: true,
    update: { before, after },
    resort: () => {},
    forgetUpdate: () => {},
  };
  const html = renderToStaticMarkup(
    <WithText>
      <LiveNotes databaseAway={false} steady={steady} />
    </WithText>,
  );
  return [...html.matchAll(/<(?:li|p)>(.*?)<\/(?:li|p)>/g)].map(([, line = ""]) =>
    line.replaceAll(/<[^>]*>/g, ""),
  );
}

test("the note has a line for each changed value, new zone and removed zone", () => {
  expect(readNote([zone("a", { areaAcres: 1 }), zone("b")], [zone("a"), zone("c")])).toEqual([
    "a, Area: 1 acre → unknown",
    "c is new in the tracker.",
    "b is no longer in the tracker.",
  ]);
});

test("the note shows 4 changes and counts the others", () => {
  const many = ["a", "b", "c", "d", "e", "f"].map((slug) => zone(slug));
  expect(readNote([], many).slice(3)).toEqual(["d is new in the tracker.", "and 2 more changes"]);
});

test("the note says that evidence without a changed value was recorded", () => {
  expect(readNote([zone("a")], [zone("a")])).toEqual([
    "New evidence was recorded. No value changed.",
  ]);
});
