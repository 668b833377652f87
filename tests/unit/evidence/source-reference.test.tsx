import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SourceReference } from "@/components/evidence/source-reference";
import type { Source } from "@/lib/evidence/ledger-records";
import { createSource } from "@/tests/support/facts";
import { WithText } from "@/tests/support/with-text";

const render = (part: Partial<Source>) =>
  renderToStaticMarkup(
    <WithText>
      <SourceReference id="a-source" source={createSource({ id: "a-source", ...part })} />
    </WithText>,
  );

test("a source leads to its kept copy, else to the archive's list of copies of its address", () => {
  const url = "https://a.example/story?id=1";
  expect(render({ url })).toContain(
    `<a class="link" href="https://web.archive.org/web/*/${url}" rel="external">archived copies</a>`,
  );
  const kept = "https://web.archive.org/web/20200101000000/https://a.example/story";
  expect(render({ url, archivedUrl: kept })).toContain(
    `<a class="link" href="${kept}" rel="external">archived copy</a>`,
  );
  expect(render({ url: null })).not.toContain("archive");
});
