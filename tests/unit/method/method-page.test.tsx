import fs from "node:fs";
import path from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { GlossaryPage } from "../../../components/features/glossary/glossary-page";
import { MethodPage } from "../../../components/features/method/method-page";
import { BLOCKS } from "../../../lib/catalogue/groups";
import { IMPLIED_BOUNDS } from "../../../lib/catalogue/implied-bounds";
import { SOURCE_KINDS } from "../../../lib/evidence/ledger-records";
import { computeReadiness } from "../../../lib/readiness/readiness";
import { seedDay } from "../../support/seed-workbook";
import { listSources } from "../../support/syntax-tree";
import { WithText } from "../../support/with-text";

const ROOT = path.join(import.meta.dirname, "../../..");

const render = (page: React.ReactNode) => renderToStaticMarkup(<WithText>{page}</WithText>);

const { registry } = await seedDay();
const example = registry.zones.find(({ slug }) => slug === "m-3-industrial-city");
if (!example) throw new Error("The data set has no M-3 Industrial City.");

const method = render(
  <MethodPage
    readiness={{ correlation: 0.96, zones: 44 }}
    example={{ zone: example, asOf: registry.asOf }}
    scope={{
      counts: { announced: 44, evidenced: 35, "cpec-nine": 9, "priority-four": 4, all: 51 },
      confirmed: 35,
      candidates: 9,
      announced: { value: 44, sourceId: "pid-2026-01-16" },
    }}
    limits={{
      zones: 51,
      reports: 1597,
      sources: 262,
      estimated: 63,
      confirmed: 35,
      progressUnknown: 13,
    }}
    cite={{ asOf: "2026-11-25", knownOn: "r1-3f9a2c1e", method: 2 }}
  />,
);
const anchorsOf = (html: string) =>
  new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

describe("the method page", () => {
  test("has every anchor that the pages point at", () => {
    const files = ["app", "components", "lib"]
      .flatMap((folder) => listSources(path.join(ROOT, folder)))
      .map((file) => fs.readFileSync(file, "utf8"));
    const used = new Set(
      files.flatMap((code) => [...code.matchAll(/\/method#([\w-]+)/g)].map(([, id]) => id)),
    );
    expect(used.size).toBeGreaterThan(2);
    expect([...used].filter((id) => !anchorsOf(method).has(id))).toEqual([]);
  });

  test("points only at entries that it or the glossary has", () => {
    const glossary = anchorsOf(render(<GlossaryPage />));
    const own = anchorsOf(method);
    const links = [...method.matchAll(/ href="(\/glossary)?#([^"]+)"/g)];
    expect(links.length).toBeGreaterThan(30);
    const lost = links.filter(([, page, id]) => !(page ? glossary : own).has(id));
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  test("has the rule of each implied bound and counts disputed and weak values as intervals", () => {
    for (const reason of Object.values(IMPLIED_BOUNDS)) expect(method).toContain(reason);
    expect(method).toContain(
      "counts each unknown indicator as the least that other evidence implies",
    );
    expect(method).not.toContain("counts with the value that we show");
  });

  test("says what support and weak evidence are, and that a fall makes older values history", () => {
    expect(method).toContain("unless a report since then says that the value fell or ended");
    for (const term of ["support", "weak-evidence", "implied-bound"]) {
      expect(method).toContain(`href="/glossary#${term}"`);
    }
  });

  test("works one zone out from its producers to its score", () => {
    const { low, high } = computeReadiness(example) ?? { low: 0, high: 0 };
    expect(method).toContain(`Producers: ${example.producers.length} firms`);
    expect(method).toContain(`The confirmed score is ${low}, the possible score ${high}`);
    const table = method
      .split('aria-label="Readiness of the example by block')[1]
      ?.split("</table>")[0];
    const cells = [...(table ?? "").matchAll(/<td[^>]*>([\d.]+)<\/td>/g)].map(([, cell]) =>
      Number(cell),
    );
    expect(cells).toHaveLength(3 * BLOCKS.length);
    const sum = (column: number) =>
      cells.filter((_, at) => at % 3 === column).reduce((total, cell) => total + cell, 0);
    expect(sum(0)).toBeCloseTo(100, 0);
    expect(Math.abs(sum(1) - low)).toBeLessThan(0.4);
    expect(Math.abs(sum(2) - high)).toBeLessThan(0.4);
  });

  test("lists every kind of source, with their number", () => {
    expect(method).toContain(
      `Sources are of ${SOURCE_KINDS.length} kinds: government, notice of a`,
    );
  });

  test("says that an unknown value is an empty cell in files", () => {
    expect(method).toContain("in CSV and XLSX files its cell is empty, and JSON has null.");
  });

  test("says whether confirmed approvals and candidates add up to the announced number", () => {
    expect(method).toContain("35 and 9 make 44");
  });
});
