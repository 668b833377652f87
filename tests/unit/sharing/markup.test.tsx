import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { StandingMark } from "@/components/evidence/standing-mark";
import { drawable } from "@/components/features/sharing/card-drawing";
import { renderMarkup } from "@/components/features/sharing/markup";
import { PALETTE, paintLight } from "@/components/features/sharing/palette";
import { MapGround } from "@/components/map/map-ground";
import { STANDINGS } from "@/lib/readiness/standing";

describe("markup for answers that are no pages", () => {
  test("text from the data cannot become an element or leave an attribute", () => {
    const evil = '"><script>alert(1)</script>';
    const markup = renderMarkup(
      <a href={evil} title={evil}>
        {evil}
      </a>,
    );
    expect(markup).not.toContain("<script");
    expect(markup.match(/"/g)).toHaveLength(4);
  });

  test("colours can be written as attributes", () => {
    const markup = renderMarkup(
      <rect className="fill-amber/10 stroke-ink-2 rounded" />,
      paintLight,
    );
    expect(markup).toBe('<rect fill="#d18a1c" fill-opacity=".10" stroke="#42504b"></rect>');
    expect(renderMarkup(<rect fill="none" className="fill-ink" x={1} />, paintLight)).toBe(
      '<rect fill="#14201d" x="1"></rect>',
    );
  });

  test("every colour of the map and of the marks has a value", () => {
    const drawing = (
      <g>
        <MapGround />
        {STANDINGS.flatMap((standing) =>
          [true, false].map((candidate) => (
            <StandingMark
              key={`${standing} ${candidate}`}
              standing={standing}
              candidate={candidate}
            />
          )),
        )}
      </g>
    );
    const classes = new Set(
      [...renderMarkup(drawing).matchAll(/class="([^"]*)"/g)].flatMap(([, names = ""]) =>
        names.split(" "),
      ),
    );
    const colours = [...classes].filter((name) => /^(fill|stroke)-/.test(name));
    expect(colours.length).toBeGreaterThan(10);
    expect(colours.filter((name) => Object.keys(paintLight(name)).length === 0)).toEqual([]);
  });
});

test("the colours of cards and embeds are those of the tokens", () => {
  const css = fs.readFileSync("app/styles/tokens.css", "utf8");
  for (const [name, [light, dark]] of Object.entries(PALETTE)) {
    expect(css).toContain(`--color-${name}: light-dark(${light}, ${dark});`);
  }
});

test.each([
  ["Rashakai “SEZ” – 42–89", "Rashakai “SEZ” – 42–89"],
  ["Şehir İzmir", "Şehir İzmir"],
  ["山东如意 Ruyi", "… Ruyi"],
  ["رشکئی", "…"],
  ["a\n b\u202Fc", "a b c"],
])("a card writes %j as %j, as its fonts can", (words, drawn) => {
  expect(drawable(words)).toBe(drawn);
});
