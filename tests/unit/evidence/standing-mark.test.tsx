import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StandingMark } from "@/components/evidence/standing-mark";
import { STANDINGS, type Standing } from "@/lib/readiness/standing";

const draw = (standing: Standing, candidate = false) =>
  renderToStaticMarkup(<StandingMark standing={standing} candidate={candidate} />);

test("each standing has a mark of its own, also of a candidate", () => {
  const marks = STANDINGS.flatMap((standing) => [draw(standing), draw(standing, true)]);
  expect(new Set(marks).size).toBe(2 * STANDINGS.length);
});

test("each standing has a shape of its own, so that no two differ by colour alone", () => {
  const shapes = STANDINGS.map((standing) => draw(standing).replaceAll(/ class="[^"]*"/g, ""));
  expect(new Set(shapes).size).toBe(STANDINGS.length);
});
