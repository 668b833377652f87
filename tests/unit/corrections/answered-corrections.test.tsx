import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnsweredCorrections } from "../../../components/features/corrections/answered-corrections";
import { WithText } from "../../support/with-text";

function render(page: string): string {
  const answer = {
    ...{ id: "a", page, zone: null, field: null },
    ...{ outcome: "unchanged" as const, answer: "Thank you.", at: "2026-11-26T10:00:00.000Z" },
  };
  return renderToStaticMarkup(
    <WithText>
      <AnsweredCorrections corrections={{ open: 0, answered: 1, latest: [answer] }} />
    </WithText>,
  );
}

test("an answered correction names a page of the navigation", () => {
  expect(render("/readiness?scope=all")).toMatch(/href="\/readiness\?scope=all"[^>]*>Readiness</);
});

test("a path that a reader made up is not shown", () => {
  const html = render("/the-minister-is-a-thief");
  expect(html).toContain(">A page of this site</a>");
  expect(html.split("thief")).toHaveLength(2);
});

test("counts are digits, also when there are none", () => {
  expect(render("/")).toContain("0 corrections waiting, 1 answered.");
});
