import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActiveZoneProvider } from "@/components/features/explorer/active-zone";
import { COLUMN_KEYS, DEFAULT_COLUMNS } from "@/components/features/explorer/columns";
import {
  buildAnswer,
  buildFirstAnswer,
  type ExplorerAnswer,
  openFirstAnswer,
} from "@/components/features/explorer/explorer-answer";
import { ZoneTable } from "@/components/features/explorer/zone-table";
import { buildRow } from "@/lib/evidence/row";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { englishText } from "@/lib/text/english-text";
import { COMPILED_ON } from "@/tests/support/seed-facts";
import { seedDay } from "@/tests/support/seed-workbook";
import { WithText } from "@/tests/support/with-text";
import { ranked, TABLE_PROPS, zone } from "./rows";

function render(count: number, hasMore = false): string {
  const rows = ranked(...Array.from({ length: count }, (_, i) => zone(`zone-${i}`)));
  return renderToStaticMarkup(
    <WithText>
      <ActiveZoneProvider>
        <ZoneTable ref={null} rows={rows} hasMore={hasMore} settled={rows} {...TABLE_PROPS} />
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

test("a page of the table has all its rows, and does not select all", () => {
  const html = render(100, true);
  expect(openings(html)).toHaveLength(101);
  expect(html.match(/<input[^>]*>/)?.[0]).toContain("disabled");
});

test("a shorter table needs no indexes", () => {
  const html = render(30);
  expect(html).not.toMatch(/aria-rowcount|aria-rowindex|rows-not-drawn/);
  expect(openings(html)).toHaveLength(31);
});

test.each([
  ["the default columns", DEFAULT_COLUMNS],
  ["every column", COLUMN_KEYS],
])("a first answer with %s is drawn as the whole rows are", async (_, columns) => {
  const { registry } = await seedDay();
  const rows = registry.zones.slice(0, 12).map(buildRow);
  const query = { ...DEFAULT_QUERY, scope: "all" } as const;
  const props = { ...TABLE_PROPS, columns, settledColumns: columns, hasMore: false };
  const draw = (answer: ExplorerAnswer) =>
    renderToStaticMarkup(
      <WithText>
        <ActiveZoneProvider>
          <ZoneTable ref={null} {...props} rows={answer.rows} settled={answer.rows} />
        </ActiveZoneProvider>
      </WithText>,
    );
  const first = buildFirstAnswer(englishText, rows, query, COMPILED_ON, { columns });
  expect(draw(openFirstAnswer(first))).toBe(draw(buildAnswer(rows, query, COMPILED_ON)));
});
