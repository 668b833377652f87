import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActiveZoneProvider } from "@/components/features/explorer/active-zone";
import { FIRST_ROWS } from "@/components/features/explorer/table-window";
import { ZoneTable } from "@/components/features/explorer/zone-table";
import { WithText } from "@/tests/support/with-text";
import { ranked, TABLE_PROPS, zone } from "./rows";

/** @param here rows that are here, of `count` */
function render(count: number, here = count, before = 0): string {
  const rows = ranked(...Array.from({ length: here }, (_, i) => zone(`zone-${i}`)));
  return renderToStaticMarkup(
    <WithText>
      <ActiveZoneProvider>
        <ZoneTable
          ref={null}
          rows={rows}
          count={count}
          before={before}
          settled={rows}
          {...TABLE_PROPS}
        />
      </ActiveZoneProvider>
    </WithText>,
  );
}

const openings = (html: string) => html.match(/<tr[^>]*>/g) ?? [];

test("a table of more than 100 rows draws some, counts all, and hides the space for the others", () => {
  const html = render(400);
  expect(html).toContain('aria-rowcount="401"');
  const [head, ...rows] = openings(html);
  expect(head).toBe('<tr aria-rowindex="1">');
  const space = rows.pop();
  expect(space).toMatch(/^<tr aria-hidden="true" class="rows-not-drawn"/);
  expect(rows.length).toBeLessThan(100);
  rows.forEach((row, i) => void expect(row).toContain(`aria-rowindex="${i + 2}"`));
});

test("a table of which only the first rows are here has room for all, and does not select all", () => {
  const html = render(9_000, FIRST_ROWS);
  expect(html).toContain('aria-rowcount="9001"');
  const [, ...rows] = openings(html);
  expect(rows).toHaveLength(FIRST_ROWS + 1);
  expect(rows.at(-1)).toContain(`height:${38 * (9_000 - FIRST_ROWS)}px`);
  expect(html.match(/<input[^>]*>/)?.[0]).toContain("disabled");
});

test("rows of a later page are counted from the first row of all", () => {
  const [, first, ...rows] = openings(render(1_000, FIRST_ROWS, 2 * FIRST_ROWS));
  expect(first).toContain(`aria-rowindex="${2 * FIRST_ROWS + 2}"`);
  expect(rows.at(-1)).toContain(`height:${38 * (1_000 - 3 * FIRST_ROWS)}px`);
});

test("a shorter table needs no indexes", () => {
  const html = render(30);
  expect(html).not.toMatch(/aria-rowcount|aria-rowindex|rows-not-drawn/);
  expect(openings(html)).toHaveLength(31);
});
