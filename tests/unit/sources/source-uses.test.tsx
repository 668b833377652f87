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
};

test.each([
  [2013, "year", "2013"],
  [2800.5, "percent", "2,800.5%"],
  [1200, "USD million", "USD 1,200 million"],
])("the figure %d %s is written %s", (value, unit, words) => {
  const view: SourceView = {
    source: createSource({ id: "a-source" }),
    versions: [],
    revisions: new Map(),
    asOf: "2026-11-25",
    claims: [],
    events: [],
    zones: new Map(),
    sources: new Map(),
    moment: [],
    figures: [{ ...figure, value, unit }],
  };
  const markup = renderToStaticMarkup(
    <WithText>
      <SourceUses
        view={view}
        list={getListPage(view.claims, {}, () => false, view.claims.length)}
      />
    </WithText>,
  );
  expect(markup).toContain(`<b>${words}</b>`);
});
