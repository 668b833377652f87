import fs from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PendingMap } from "@/components/map/pending-map";
import { WithText } from "@/tests/support/with-text";

const outline = fs.readFileSync("public/basemap/outline.svg", "utf8");
const bounds = [
  [60, 23],
  [78, 37],
] as const;

it.each([
  ["land", "fill-land"],
  ["disputed", "fill-amber/10"],
  ["lineOfControl", "stroke-ink-2"],
])("the map that loads already has %s of the ground", (part, colour) => {
  const markup = renderToStaticMarkup(
    <WithText>
      <PendingMap points={[]} view={null} home={bounds} />
    </WithText>,
  );
  expect(outline).toContain(`<path id="${part}"`);
  expect(markup).toMatch(new RegExp(`href="/basemap/outline.svg#${part}"[^>]*class="${colour}"`));
});
