import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SourceUses } from "@/components/features/sources/source-uses";
import type { SourceView } from "@/lib/evidence/source-rows";
import { getListPage } from "@/lib/query/list-page";
import { createSource } from "@/tests/support/facts";
import { WithText } from "@/tests/support/with-text";

const figure = {
  key: "k",
  revision: 1,
  reason: null,
  statement: null,
  constraint: "security",
  sourceId: "a-source",
  label: "A figure",
  period: "2025",
  sourceNote: null,
  quotation: null,
};

const VIEW: SourceView = {
  source: createSource({ id: "a-source" }),
  versions: [],
  revisions: new Map(),
  asOf: "2026-11-25",
  claims: [],
  events: [],
  zones: new Map(),
  sources: new Map(),
  moment: [],
  figures: [],
};

const render = (part: Partial<SourceView>) =>
  renderToStaticMarkup(
    <WithText>
      <SourceUses
        view={{ ...VIEW, ...part }}
        list={getListPage(VIEW.claims, {}, () => false, VIEW.claims.length)}
      />
    </WithText>,
  );

test.each([
  [2013, "year", "2013"],
  [2800.5, "percent", "2,800.5%"],
  [1200, "USD million", "USD 1,200 million"],
])("the figure %d %s is written %s", (value, unit, words) => {
  const markup = render({ figures: [{ ...figure, value, unit }] });
  expect(markup).toContain(`<b>${words}</b>`);
});

test("events and figures have the words of the source in their language", () => {
  const quotation = { text: "رشکئی", lang: "ur" };
  const quoted = '<blockquote lang="ur" dir="rtl" class="quoted">“رشکئی”</blockquote>';
  const event = {
    id: "an-event",
    revision: 1,
    reason: null,
    date: "2020",
    kind: "policy" as const,
  };
  const events = [
    { ...event, title: "An event", body: "", zones: [], sourceId: "a-source", quotation },
  ];
  expect(render({ events })).toContain(quoted);
  expect(render({ figures: [{ ...figure, value: 1, unit: "MW", quotation }] })).toContain(quoted);
});
