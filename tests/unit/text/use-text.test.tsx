import { NextIntlClientProvider, useMessages } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AddedMessages } from "../../../components/layout/added-messages";
import ChineseText from "../../../components/layout/chinese-text";
import EnglishText from "../../../components/layout/english-text";
import { FeatureText } from "../../../components/layout/feature-text";
import UrduText from "../../../components/layout/urdu-text";
import { ENGLISH_MESSAGES } from "../../../lib/text/english-messages";
import { messagesFor, sharedMessages } from "../../../lib/text/messages";
import { useText } from "../../../lib/text/use-text";
import { WithText } from "../../support/with-text";

function Count() {
  const text = useText();
  return (
    <p dir={text.dir}>
      {text.t("common.count.zones", { count: 3 })}, {text.fieldLabel("name")}
    </p>
  );
}

test("a component writes in the language of the page", () => {
  expect(
    renderToStaticMarkup(
      <WithText>
        <Count />
      </WithText>,
    ),
  ).toBe('<p dir="ltr">3 zones, Name</p>');
  const pseudo = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-XA" messages={sharedMessages("en-XA")}>
      <Count />
    </NextIntlClientProvider>,
  );
  expect(pseudo).toBe('<p dir="rtl">3 žóñéš~~, Ñámé~</p>');
});

test("added messages keep those of the page", () => {
  const { common, ...others } = ENGLISH_MESSAGES;
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common }}>
      <AddedMessages messages={others}>
        <FeatureText namespaces={["explorer"]}>
          <Count />
        </FeatureText>
      </AddedMessages>
    </NextIntlClientProvider>,
  );
  expect(html).toContain("3 zones");
});

test.each([
  ["en", EnglishText],
  ["ur", UrduText],
  ["zh", ChineseText],
] as const)("the file of messages for %s has the shared namespaces", (locale, LanguageText) => {
  let found: unknown;
  function Messages() {
    found = useMessages();
    return null;
  }
  renderToStaticMarkup(
    <LanguageText>
      <Messages />
    </LanguageText>,
  );
  expect(found).toEqual(sharedMessages(locale));
});

test("English has no words of the catalogue, which the browser has already", () => {
  expect(sharedMessages("en")).not.toHaveProperty("catalogue");
  expect(sharedMessages("en-XA")).toHaveProperty("catalogue");
  expect(messagesFor("en")).toBe(ENGLISH_MESSAGES);
});
