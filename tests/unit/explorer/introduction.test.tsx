import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { readChangesRequest } from "@/components/features/changes/changes-request";
import { findExample } from "@/components/features/explorer/example-row";
import { Introduction, listQuestions } from "@/components/features/explorer/introduction";
import { resolveSpan } from "@/lib/changes/span";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { filterFirms, readFirmFilter } from "@/lib/firms/firm-filter";
import { CHINA, getCountryTie, listPlacedFirms } from "@/lib/firms/firms";
import { parseQuery } from "@/lib/query/parse-query";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { createProgress } from "@/tests/support/facts";
import { COMPILED_ON, seedFacts } from "../../support/seed-facts";
import { WithText } from "../../support/with-text";
import { zone } from "./rows";

const TODAY = COMPILED_ON;
const MOMENT = { asOf: TODAY, revision: 2 };
const facts = await seedFacts(2);

/** The parameters of the address that answers a question. */
function paramsOf(question: string): URLSearchParams {
  const href = listQuestions(TODAY).find(({ key }) => key === question)?.href ?? "";
  return new URL(href, "http://localhost").searchParams;
}

const rows = select(
  buildRegistry(facts, indexEvidence(facts), MOMENT).zones.map(buildRow),
  DEFAULT_QUERY,
  TODAY,
).rows;
const example = findExample(rows);

const render = (announced: Parameters<typeof Introduction>[0]["announced"]) =>
  renderToStaticMarkup(
    <WithText>
      <Introduction
        announced={announced}
        confirmed={35}
        candidates={9}
        today={TODAY}
        example={example}
      />
    </WithText>,
  );

describe("the introduction", () => {
  test("says the government's number beside what is confirmed, or only the latter", () => {
    expect(render({ value: 44, period: "2026-01" })).toContain(
      "The government counts 44 approved zones (Jan 2026); sources name 35 of them, and we list 9 candidates for the rest.",
    );
    const bare = render(null);
    expect(bare).toContain(
      "Sources name 35 approved zones, and we list 9 candidates for approval.",
    );
    expect(bare).not.toContain("The government counts");
  });

  test("explains the row of the zone that has the highest confirmed score and a dated progress", () => {
    const scores = rows
      .filter(({ dates }) => dates.status !== undefined)
      .map(({ readiness }) => readiness?.low ?? -1);
    const best = example?.readiness;
    expect(best?.low).toBe(Math.max(...scores));
    expect(render(null)).toContain(
      `a score of ${Math.round(best?.low ?? 0)} is confirmed. Outlined: unknown, at most ${Math.round(best?.high ?? 0)}.`,
    );
    expect(findExample([])).toBeNull();
  });

  test("links each question once", () => {
    for (const { href } of listQuestions(TODAY)) {
      expect(render(null).split(`href="${href.replace("&", "&amp;")}"`)).toHaveLength(2);
    }
  });

  test.each([
    ["power", { electricity: "available" }, { electricity: "planned" }],
    ["power", { electricity: "partial" }, { electricity: null }],
  ] as const)("the question about %s finds zones with %o and not with %o", (question, yes, no) => {
    const { query, problems } = parseQuery([...paramsOf(question)]);
    expect(problems).toEqual([]);
    const rows = [zone("yes", yes), zone("no", no)];
    expect(select(rows, query, TODAY).rows.map(({ slug }) => slug)).toEqual(["yes"]);
  });

  test("the question about producing finds zones with a producer reported recently, and no others", () => {
    const { query } = parseQuery([...paramsOf("producing")]);
    const progress = createProgress("operational", { producers: 1, recentProducers: 1 });
    const rows = [
      { ...zone("yes", { status: "operational" }), progress },
      zone("old", { status: "operational" }),
      zone("no", { status: "under-development" }),
    ];
    expect(select(rows, query, TODAY).rows.map(({ slug }) => slug)).toEqual(["yes"]);
  });

  test("the question about ties to China finds the firms of the data set that have one, and no others", () => {
    const { filter, problems } = readFirmFilter([...paramsOf("chinese")], facts);
    expect(problems).toEqual([]);
    const all = listPlacedFirms(buildRegistry(facts, indexEvidence(facts), MOMENT).zones);
    const list = (firms: typeof all) => firms.map(({ record }) => record.tenancy.id);
    const found = list(filterFirms(all, filter));
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(
      list(
        all.filter(({ record }) =>
          ["owned", "involved"].includes(getCountryTie(record.values, CHINA)),
        ),
      ),
    );
  });

  test("the question about this year compares today with the last day of the year before", () => {
    const { span, issues } = readChangesRequest(englishText, [...paramsOf("changes")], facts);
    expect(issues).toEqual([]);
    expect(resolveSpan(span, MOMENT)).toMatchObject({
      span: { from: { asOf: "2025-12-31" }, to: { asOf: TODAY } },
    });
  });
});
