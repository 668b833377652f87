import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActiveZoneProvider } from "@/components/features/explorer/active-zone";
import { ZoneTable } from "@/components/features/explorer/zone-table";
import { WithText } from "@/tests/support/with-text";
import { ranked, zone } from "./rows";

function render(count: number): string {
  const rows = ranked(...Array.from({ length: count }, (_, i) => zone(`zone-${i}`)));
  return renderToStaticMarkup(
    <WithText>
      <ActiveZoneProvider>
        <ZoneTable
          ref={null}
          rows={rows}
          settled={rows}
          columns={["status"]}
          density="dated"
          sort={[]}
          asOf="2026-11-26"
          momentSearch=""
          selected={[]}
          onSort={() => {}}
          onToggle={() => {}}
          onToggleAll={() => {}}
        />
      </ActiveZoneProvider>
    </WithText>,
  );
}

const openings = (html: string) => html.match(/<tr[^>]*>/g) ?? [];

test("a table of more than 300 rows draws some, counts all, and hides the space for the others", () => {
  const html = render(400);
  expect(html).toContain('aria-rowcount="401"');
  const [head, ...rows] = openings(html);
  expect(head).toBe('<tr aria-rowindex="1">');
  const space = rows.pop();
  expect(space).toMatch(/^<tr aria-hidden="true" class="rows-not-drawn"/);
  expect(rows.length).toBeLessThan(100);
  rows.forEach((row, i) => void expect(row).toContain(`aria-rowindex="${i + 2}"`));
});

test("a shorter table needs no indexes", () => {
  const html = render(30);
  expect(html).not.toMatch(/aria-rowcount|aria-rowindex|rows-not-drawn/);
  expect(openings(html)).toHaveLength(31);
});
