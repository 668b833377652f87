import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { EmbedLanguage } from "@/components/layout/embed-language";
import type { ReaderLocale } from "@/lib/text/reader-language";
import { WithText } from "@/tests/support/with-text";

const panelIn = (locale: ReaderLocale | null) =>
  renderToStaticMarkup(
    <WithText>
      <EmbedLanguage locale={locale}>
        <EmbedPanel
          origin="https://tracker.example.org"
          title="Zones"
          embeds={[{ kind: "map", path: "/embed/map?province=sindh" }]}
        />
      </EmbedLanguage>
    </WithText>,
  );

it("the code of an embed names the language of its page, unless that is the site's", () => {
  const address = "https://tracker.example.org/embed/map?province=sindh";
  expect(panelIn("ur")).toContain(`src=&quot;${address}&amp;amp;lang=ur&quot;`);
  expect(panelIn(null)).toContain(`src=&quot;${address}&quot;`);
});
