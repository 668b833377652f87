import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { figureSource } from "@/components/charts/figure-source";
import { ReadinessBand, ReadinessCell } from "@/components/charts/readiness-band";
import { englishText } from "@/lib/text/english-text";
import { lengthOf, markupOf, partsOf, shapesOf } from "./markup";

const { t } = englishText;
const value = { low: 48.6, high: 86.2, coverage: 0.63 };
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|");

describe("a readiness band", () => {
  const label = (props: Parameters<typeof ReadinessBand>[0]) =>
    shapesOf(createElement(ReadinessBand, props), "svg")[0]?.attributes["aria-label"];

  test("is solid to the confirmed score and hollow to the possible one", () => {
    const drawn = createElement(ReadinessBand, { value });
    expect(lengthOf(partsOf(drawn, "known")[0], "width")).toBeCloseTo(48.6);
    expect(lengthOf(partsOf(drawn, "possible")[0], "width")).toBeCloseTo(37.6);
  });

  test("is read aloud with whole scores and the known share", () => {
    expect(label({ value })).toBe(
      t("common.readiness.score", { exact: "no", low: "49", high: "86", known: "63%" }),
    );
    expect(label({ value: { low: 40, high: 40 } })).toBe(
      t("common.readiness.score", { exact: "yes", low: "40", high: "40", known: "none" }),
    );
  });

  test("is read aloud with its label, or not at all where the figures are beside it", () => {
    expect(label({ value, label: "Hub" })).toBe("Hub");
    expect(label({ value, label: "" })).toBeUndefined();
  });

  test("is a word where nothing applies to the zone", () => {
    const none = t("common.notApplicableBare");
    expect(textOf(markupOf(createElement(ReadinessBand, { value: null })))).toBe(`|${none}|`);
    expect(textOf(markupOf(createElement(ReadinessCell, { value: null })))).toBe(`|${none}|`);
  });

  test("has its figures under it in a cell, and the known share where there is one", () => {
    const cell = (part: Parameters<typeof ReadinessCell>[0]["value"]) =>
      textOf(markupOf(createElement(ReadinessCell, { value: part })));
    const known = t("common.readiness.known", { share: "63%" });
    expect(cell(value)).toContain(`|${englishText.range(48.6, 86.2)}|${known}|`);
    expect(cell({ low: 1, high: 2 })).toMatch(new RegExp(`\\|${englishText.range(1, 2)}\\|$`));
  });
});

test("the line under a picture names the product, the day, the revision and the licence", () => {
  const line = figureSource(englishText, { asOf: "2026-11-24", revision: 7 });
  for (const part of [t("layout.product"), "24 November 2026", "7", "CC BY"]) {
    expect(line).toContain(part);
  }
});
