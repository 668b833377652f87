import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TermTable } from "@/components/layout/term-table";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { WithText } from "@/tests/support/with-text";

const draw = (entries: boolean) =>
  renderToStaticMarkup(
    <WithText>
      <TermTable vocabulary="tenancyStage" label="Stages" entries={entries} />
    </WithText>,
  );

test("a table of terms has a row for every value", () => {
  const markup = draw(false);
  expect(markup).toContain('aria-label="Stages"');
  expect(markup.match(/<tr>/g)).toHaveLength(1 + listTerms("tenancyStage").length);
  expect(markup).not.toContain("data-entry");
});

test("the rows of the glossary can be linked and found", () => {
  const { length } = listTerms("tenancyStage");
  expect(draw(true).match(/<tr id="[^"]+" data-entry="[^"]+"/g)).toHaveLength(length);
});
