import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ProvincePage } from "@/components/features/provinces/province-page";
import { isTerm, type VocabularyValue } from "@/lib/catalogue/vocabularies";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { anyOf } from "@/lib/query/filters";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { seedFacts } from "@/tests/support/seed-facts";
import { WithText } from "@/tests/support/with-text";

const asOf = "2026-11-26";
const facts = await seedFacts(2);
const registry = buildRegistry(facts, indexEvidence(facts), { asOf, revision: 2 });

const none = { title: "", lines: [] };

function render(province: VocabularyValue<"province">): string {
  const query = {
    ...DEFAULT_QUERY,
    scope: "all",
    filters: { province: anyOf([province]) },
  } as const;
  const { rows } = select(registry.zones.map(buildRow), query, asOf);
  const zones = rows.flatMap((row) => {
    const zone = registry.zones.find(({ slug }) => slug === row.slug);
    return zone ? [{ zone, row }] : [];
  });
  return renderToStaticMarkup(
    <WithText>
      <ProvincePage
        province={province}
        zones={zones}
        page={undefined}
        query={query}
        asOf={asOf}
        revision={2}
        moment="?asOf=2026-11-26"
        counts={{ legalStatus: none, standing: none, readiness: none }}
      />
    </WithText>,
  );
}

describe("the page of a province", () => {
  test("says how many zones are tracked, confirmed, running and not known", () => {
    const html = render("sindh");
    expect(html).toContain("14 zones are tracked; federal approval is confirmed for 9.");
    expect(html).toContain("For 7 zones we cannot say whether they operate.");
  });

  test("counts zones in charts only where there are several", () => {
    expect(render("sindh")).toContain('id="standing"');
    expect(render("gilgit-baltistan")).not.toContain('id="standing"');
  });

  test("leads from each value to its evidence on the zone's page at the same day", () => {
    const html = render("sindh");
    expect(html).toContain('href="/zones/dhabeji-sez?asOf=2026-11-26#ledger-legalStatus"');
    expect(html).not.toMatch(/href="#ledger-/);
  });

  test("marks candidates in words", () => {
    expect(render("punjab")).toContain("candidate, approval not confirmed");
  });

  test("takes no side on disputed territory", () => {
    for (const province of ["gilgit-baltistan", "azad-jammu-kashmir"] as const) {
      expect(render(province)).toContain(
        "the status of Jammu and Kashmir is disputed and the tracker takes no side",
      );
    }
  });
});

test("only values of the vocabulary are provinces", () => {
  expect(isTerm("province", "sindh")).toBe(true);
  expect(isTerm("province", "sind")).toBe(false);
  expect(isTerm("province", "toString")).toBe(false);
});
