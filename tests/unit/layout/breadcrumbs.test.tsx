import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { WithText } from "@/tests/support/with-text";

const markup = renderToStaticMarkup(
  <WithText>
    <Breadcrumbs
      path={[
        { label: "Zones", href: "/?asOf=2024-06-30" },
        { label: "Sindh", href: "/provinces/sindh?asOf=2024-06-30" },
      ]}
      here="Dhabeji"
    />
  </WithText>,
);

test("breadcrumbs are a named list whose last item is the current page and no link", () => {
  expect(markup).toMatch(/^<nav aria-label="Breadcrumb"/);
  expect(markup.match(/<li/g)).toHaveLength(3);
  expect(markup).toMatch(/<li aria-current="page"[^>]*>Dhabeji<\/li><\/ol><\/nav>$/);
  expect(markup.match(/href="[^"]+"/g)).toEqual([
    'href="/?asOf=2024-06-30"',
    'href="/provinces/sindh?asOf=2024-06-30"',
  ]);
});

test("a screen reader does not read the arrows", () => {
  expect(markup.match(/<span aria-hidden="true">›<\/span>/g)).toHaveLength(2);
});
