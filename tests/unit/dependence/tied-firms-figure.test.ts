import { createElement, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { EvidenceSection } from "@/components/features/dependence/evidence-section";
import { TiedFirmsFigure } from "@/components/features/dependence/tied-firms-figure";
import { buildDependenceRows } from "@/lib/dependence/dependence-row";
import { groupTiedFirms } from "@/lib/dependence/firm-involvement";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { listPlacedFirms } from "@/lib/firms/firms";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { seedFacts } from "@/tests/support/seed-facts";
import { markupOf } from "../charts/markup";

const asOf = "2026-11-25";
const facts = await seedFacts(2);
const { zones } = buildRegistry(facts, indexEvidence(facts), { asOf, revision: 2 });
const sources = new Map(listSourcesAt(facts.sourceVersions, 2).map((one) => [one.id, one]));
const firms = groupTiedFirms(listPlacedFirms(zones));

const draw = (element: ReactElement) =>
  markupOf(element)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("the dependence page", () => {
  it("shows firms with partners from China apart from Chinese-owned ones, and other countries too", () => {
    const words = draw(
      createElement(TiedFirmsFigure, {
        firms,
        countries: [{ country: "CN", firms: 3, href: "/dependence?involvement=CN" }],
        chosen: null,
        source: "",
        moment: "",
      }),
    );
    expect(words).toContain(`Chinese-owned: ${firms.chinese.length}`);
    expect(words).toContain(`Partners from China take part: ${firms.involved.length}`);
    expect(words).toMatch(/Kia Lucky Motors .*technology from South Korea \(weak evidence\)/);
    expect(words).toMatch(/Ghani ChemWorld .*technology from China \(fair evidence\)/);
  });

  it("adds up what partners give to the firms of a zone, with its grade", () => {
    const { rows } = select(zones.map(buildRow), DEFAULT_QUERY, asOf);
    const words = draw(
      createElement(EvidenceSection, {
        rows: buildDependenceRows(rows, zones, asOf),
        firms: [...firms.chinese, ...firms.involved, ...firms.elsewhere],
        sources,
        asOf,
        moment: "",
      }),
    );
    expect(words).toContain("technology from China (1 firm, fair evidence)");
    expect(words).toMatch(/Barkat Frisian , stage: [^;]+; .*; partners: .*the Netherlands/);
  });
});
