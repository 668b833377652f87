import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Sentences } from "@/components/ui/sentences";
import type { Event } from "@/lib/evidence/ledger-records";
import { buildRow } from "@/lib/evidence/row";
import { countFirmFunnel } from "@/lib/firms/firm-counts";
import { CHINA, listPlacedFirms } from "@/lib/firms/firms";
import { POWER } from "@/lib/gaps/gaps";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { addReadiness } from "@/lib/query/select";
import { describeComparison } from "@/lib/text/comparison-summary";
import { contextSummary } from "@/lib/text/context-words";
import { firmSummary, firmsAnswer } from "@/lib/text/firm-words";
import { gapsSummary } from "@/lib/text/gaps-summary";
import { writeHeadline } from "@/lib/text/headline";
import { messagesFor } from "@/lib/text/messages";
import { summarizeNews } from "@/lib/text/news-summary";
import { describeProvince } from "@/lib/text/page-summaries";
import type { ReaderLocale } from "@/lib/text/reader-language";
import { sourceAnswer } from "@/lib/text/source-summary";
import { createText, type Text } from "@/lib/text/text";
import { describeBackground } from "@/lib/text/zone-summary";
import { claimsOf, firmsAt, resolveTestZone } from "@/tests/support/test-zone";

const TODAY = "2026-11-24";
const ZONES = [
  resolveTestZone([
    ...claimsOf({ name: "Hub SEZ", status: "operational", province: "balochistan" }),
    ...firmsAt("producing", "mou"),
  ]),
  { ...resolveTestZone([]), slug: "unknown-zone" },
];
const ROWS = addReadiness(ZONES.map(buildRow), DEFAULT_QUERY);
const FIRMS = listPlacedFirms(ZONES);
const GAP = { zones: 3, bothKnown: 1, short: 1, apart: 0, outdated: 1, sum: null };

const EVENT: Event = {
  ...{ id: "a", revision: 1, reason: null, date: "2022", kind: "policy", title: "", body: "" },
  ...{ zones: [], sourceId: "a-source", quotation: null },
};

/** What pages answer in more than one sentence. */
const ANSWERS: readonly (readonly [string, (text: Text) => string])[] = [
  [
    "the explorer",
    (text) =>
      writeHeadline(text, {
        query: DEFAULT_QUERY,
        asOf: TODAY,
        scopes: { all: 2, announced: 2, evidenced: 2, "cpec-nine": 2, "priority-four": 2 },
        rows: ROWS,
      }),
  ],
  ["the firms", (text) => firmsAnswer(text, FIRMS, countFirmFunnel(FIRMS), CHINA).summary],
  ["a firm", (text) => firmSummary(text, FIRMS.slice(0, 1), TODAY)],
  [
    "the problems",
    (text) =>
      contextSummary(
        text,
        [
          {
            key: "power",
            figures: [
              {
                key: "circular-debt",
                revision: 1,
                reason: null,
                constraint: "power",
                label: "债务",
                value: 1,
                unit: "percent",
                statement: null,
                period: "2024",
                sourceId: "a-source",
                sourceNote: null,
                quotation: null,
              },
            ],
            statements: [],
            later: [],
          },
        ],
        ROWS,
      ),
  ],
  ["what zones need", (text) => gapsSummary(text, POWER, GAP)],
  ["a province", (text) => describeProvince(text, "balochistan", ZONES, TODAY)],
  ["a comparison", (text) => describeComparison(text, { differs: 3, same: 2, open: 1, own: 2 })],
  [
    "news",
    (text) =>
      summarizeNews(text, {
        items: ["2022-02", "2022-01"].map((date) => ({ date, kind: "policy", event: EVENT })),
        kinds: [],
        year: null,
        zones: 2,
        zone: null,
        withCountry: true,
        asOf: TODAY,
      }),
  ],
  [
    "a source",
    (text) =>
      sourceAnswer(text, {
        claims: [],
        events: [],
        figures: [
          {
            key: "a",
            revision: 1,
            reason: null,
            constraint: "power",
            label: "",
            value: 1,
            unit: "percent",
            statement: null,
            period: "2024",
            sourceId: "a-source",
            sourceNote: null,
            quotation: null,
          },
        ],
      }),
  ],
  [
    "a zone",
    (text) =>
      ZONES.map((zone) => describeBackground(text, zone)).find((words) => /[。۔]./.test(words)) ??
      "",
  ],
];

const textIn = (locale: ReaderLocale) => createText(locale, messagesFor(locale));

describe("the sentences of a page's answer", () => {
  it.each(ANSWERS)("have no space between them in Chinese, and one in Urdu: %s", (_, answer) => {
    const chinese = answer(textIn("zh"));
    expect(chinese).toMatch(/。\S/);
    expect(chinese).not.toMatch(/。\s/);
    const urdu = answer(textIn("ur"));
    expect(urdu).toMatch(/۔ \S/);
    expect(urdu).not.toMatch(/۔\p{L}/u);
  });
});

it("leaves out empty sentences", () => {
  expect(textIn("en").sentences(["One.", "", "Two."])).toBe("One. Two.");
  expect(textIn("zh").sentences(["一。", "", "二。"])).toBe("一。二。");
});

it.each([
  ["en", "One. <b>Two.</b> Three."],
  ["zh", "One.<b>Two.</b>Three."],
] as const)("puts sentences that hold more than text in a row in %s", (locale, markup) => {
  const two = <b key="two">Two.</b>;
  expect(
    renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={{}} timeZone="Asia/Karachi">
        <Sentences of={[null, "One.", [two], null, "Three."]} />
      </NextIntlClientProvider>,
    ),
  ).toBe(markup);
});
