import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { KnownTiesFigure } from "@/components/features/dependence/known-ties-figure";
import { buildDependenceRows } from "@/lib/dependence/dependence-row";
import { groupTiedFirms } from "@/lib/dependence/firm-involvement";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { CHINA, listPlacedFirms } from "@/lib/firms/firms";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { seedFacts } from "@/tests/support/seed-facts";
import { markupOf } from "../charts/markup";

const asOf = "2026-11-25";
const facts = await seedFacts(2);
const { zones } = buildRegistry(facts, indexEvidence(facts), { asOf, revision: 2 });
const sources = new Map(listSourcesAt(facts.sourceVersions, 2).map((one) => [one.id, one]));
const { rows } = select(zones.map(buildRow), DEFAULT_QUERY, asOf);
const dependence = buildDependenceRows(rows, zones, asOf);
const all = listPlacedFirms(dependence.map(({ zone }) => zone));

const draw = (country: string) =>
  markupOf(
    createElement(KnownTiesFigure, {
      rows: dependence,
      firms: groupTiedFirms(all, country),
      country,
      countries: [{ country: "CN", firms: 3, href: "/dependence?country=CN" }],
      sources,
      asOf,
      moment: "",
      source: "",
      page: undefined,
      path: "/dependence",
      kept: [],
    }),
  );
const wordsOf = (markup: string) => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the dependence page", () => {
  const { owned, involved } = groupTiedFirms(all, CHINA);
  const words = wordsOf(draw(CHINA));

  it("shows firms with partners from China apart from Chinese-owned ones, and other countries too", () => {
    expect(words).toContain(`Registered in or owned from China: ${owned.length}`);
    expect(words).toContain(`but partners from there take part: ${involved.length}`);
    expect(words).toMatch(/Kia Lucky Motors .*technology from South Korea \(weak evidence\)/);
    expect(words).toMatch(/Ghani ChemWorld .*technology from China \(fair evidence\)/);
  });

  it("adds up what partners give to the firms of a zone, with its grade", () => {
    expect(words).toContain("technology from China (1 firm, strong evidence)");
    expect(words).toMatch(/Barkat Frisian [^.]+\. Partners: .*the Netherlands/);
  });

  it("has a source for each firm, and one line for the zones without a rating or a tie abroad", () => {
    const list = /<ul class="grid[^>]*>(.*?)<\/ul>/s.exec(draw(CHINA))?.[1] ?? "";
    const firms = list.split("<li ").slice(1);
    expect(firms.length).toBeGreaterThan(0);
    expect(firms.every((firm) => firm.includes('href="/sources/'))).toBe(true);
    expect(words).toMatch(
      /No rating and no tie abroad is known for \d+ zones\. That does not mean that they are independent\./,
    );
  });

  it("shows the ties to another country in the same way", () => {
    const korea = groupTiedFirms(all, "KR");
    expect(korea.owned.length + korea.involved.length).toBeGreaterThan(0);
    expect(wordsOf(draw("KR"))).toContain(
      `Registered in or owned from South Korea: ${korea.owned.length}`,
    );
  });
});
