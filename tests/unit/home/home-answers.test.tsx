import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { HomeAnswers } from "@/components/features/home/home-answers";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { readHomeFacts } from "@/lib/query/home-facts";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import type { Locale } from "@/lib/text/locales";
import { seedFacts } from "@/tests/support/seed-facts";
import { WithText } from "@/tests/support/with-text";

const LAST = 3;
const facts = await seedFacts(LAST);
const evidence = indexEvidence(facts);

function factsOn(asOf: string) {
  const { zones } = buildRegistry(facts, evidence, { asOf, revision: LAST });
  const { rows } = select(zones.map(buildRow), DEFAULT_QUERY, asOf);
  const shown = new Set(rows.map(({ slug }) => slug));
  return readHomeFacts(
    rows,
    zones.filter(({ slug }) => shown.has(slug)),
  );
}

const draw = (home: ReturnType<typeof readHomeFacts>, locale: Locale = "en") =>
  renderToStaticMarkup(
    <WithText locale={locale}>
      <HomeAnswers facts={home} />
    </WithText>,
  );

/** The sentences without marks that set names apart from their surroundings. */
const say = (home: ReturnType<typeof readHomeFacts>, locale?: Locale) =>
  draw(home, locale)
    .replace(/<[^>]+>/g, "\n")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\n+/g, "\n")
    .trim()
    .split("\n")
    .join("|");

describe("the 3 answers of the first page", () => {
  const today = factsOn("2026-11-30");

  test("of today name the zones, the firm and the years", () => {
    expect(say(today)).toMatchInlineSnapshot(
      `"Which zones run|7 of 44 zones run|, with named firms reported producing in the last 2 years: |M-3 Industrial City, Service Long March Tyres, Quaid-e-Azam, Bin Qasim, Hattar, Allama Iqbal and JW-SEZ China-Pakistan|.|6 more were reported running in 2019–2025. Progress in 19 is not known.|Who invests|26 of 89 named firms| were producing when last reported, 14 of them in the last 2 years. The largest sum reported for one firm, planned or spent: Service Long March Tyres, USD 300 million (2022).|Dependence on China|13 firms in 8 zones| have Chinese owners or partners. For 61 of 89 firms the owner is |not known|."`,
    );
  });

  test("link to what they count", () => {
    const links = [...draw(today).matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual(["/zones?standing=running", "/firms", "/firms?country=CN"]);
  });

  test("of a past day use what was reported by then", () => {
    expect(say(factsOn("2020-12-31"))).toMatchInlineSnapshot(
      `"Which zones run|3 of 20 zones run|, with named firms reported producing in the last 2 years: |Siddiqsons Tin Plate, M-3 Industrial City and Bin Qasim|.|2 more were reported running in 2019. Progress in 10 is not known.|Who invests|7 of 28 named firms| were producing when last reported, 3 of them in the last 2 years. The largest sum reported for one firm, planned or spent: Hyundai (Nishat), USD 150 million (2018).|Dependence on China|3 firms in 2 zones| have Chinese owners or partners. For 22 of 28 firms the owner is |not known|."`,
    );
  });

  test("of an empty registry say that nothing is recorded, not that nothing runs", () => {
    expect(say(readHomeFacts([], []))).toBe(
      "Which zones run|No zone is recorded yet.|Who invests|No firm is recorded yet.|Dependence on China|No firm is recorded yet, so no tie to China is known.",
    );
  });

  test.each(["ur", "zh"] as const)("in %s have the same figures", (locale) => {
    const figures = (words: string) => (words.match(/\d+/g) ?? []).sort();
    const written = figures(say(today, locale));
    for (const count of [
      today.run.running.length,
      today.zones,
      today.invest.producing,
      today.invest.firms,
      today.china.tied,
      today.china.unknown,
    ]) {
      expect(written).toContain(String(count));
    }
  });
});
