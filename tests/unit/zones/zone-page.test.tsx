import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AllEvidence } from "@/components/features/zones/all-evidence";
import { ZonePage } from "@/components/features/zones/zone-page";
import { fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { listZoneScoreYears } from "@/lib/contract/readiness-history-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { nameIn } from "@/lib/evidence/local-name";
import { buildRegistry } from "@/lib/evidence/registry";
import { resolve } from "@/lib/evidence/resolve";
import { listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import type { Locale } from "@/lib/text/locales";
import { createEvidence } from "@/tests/support/facts";
import { seedFacts } from "@/tests/support/seed-facts";
import { WithText } from "@/tests/support/with-text";

const asOf = "2026-11-26";
const facts = await seedFacts(2);
const evidence = indexEvidence(facts);
const sources = new Map(
  listSourcesAt(facts.sourceVersions, 2).map((source) => [source.id, source]),
);

const registryOn = (day: string) => buildRegistry(facts, evidence, { asOf: day, revision: 2 });
const registries = new Map([asOf, "2021-12-31"].map((day) => [day, registryOn(day)]));

function buildView(slug: string, day = asOf) {
  const registry = registries.get(day) ?? registryOn(day);
  const zone = registry.zones.find((candidate) => candidate.slug === slug);
  if (!zone) throw new Error(`no zone ${slug}`);
  return {
    zone,
    registry,
    asOf: day,
    revision: 2,
    sources,
    ledgerPath: `/zones/${slug}/ledger`,
    moment: [],
    mayJudge: () => false,
    revisions: new Map(facts.revisions.map((item) => [item.number, item])),
  };
}

/** A zone's page. */
function render(slug: string, shown = buildView(slug), locale: Locale = "en"): string {
  const { registry, ...view } = shown;
  const cited = {
    path: `/zones/${slug}` as const,
    name: view.zone.values.name ?? slug,
    holds: "",
    asOf,
    revision: 2,
    method: 2,
    knownOn: registry.knownOn,
    origin: "https://tracker.test",
  };
  return renderToStaticMarkup(
    <WithText locale={locale}>
      <ZonePage
        view={view}
        scoreYears={listZoneScoreYears({ facts, evidence, asOf, revision: 2 }, slug, BLOCK_WEIGHTS)}
        cited={cited}
        events={listEventsAt(facts.events, 2).filter(({ zones }) => zones.includes(slug))}
        all={registry.zones}
      />
    </WithText>,
  );
}

/** The page with all evidence on a zone. */
const renderEvidence = (slug: string, day = asOf) =>
  renderToStaticMarkup(
    <WithText>
      <AllEvidence view={buildView(slug, day)} />
    </WithText>,
  );

/** The words of a page, without its tags. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll("\u00a0", " ");

describe("the page of a zone", () => {
  test("answers first whether it is operating, and says to when evidence was searched", () => {
    const words = wordsOf(render("khairpur-sez"));
    expect(words).toContain(
      "Is it operating? Partly, on weak evidence, firms producing, last reported 11 October 2025: the zone’s own developer",
    );
    expect(words).toContain("Latest: 11 Oct 2025. Evidence searched to 25 Nov 2026.");
    expect(words).toMatch(/Support\d+ of \d+ known facts independently confirmed/);
    expect(words).toContain(
      "Progress on site is “Partly operational”, but no producing firm is counted",
    );
    expect(words).toContain("No producer could be found by name.");
  });

  test("says how much of the score’s change is progress and how much knowledge", () => {
    const words = wordsOf(render("m-3-industrial-city"));
    expect(words).toMatch(
      /Most of the rise is better information \([\d.]+ of [\d.]+ points\); real progress added [\d.]+; setbacks took [\d.]+;/,
    );
    expect(words).toMatch(
      /The confirmed score of M-3 .* rose from 0 at the end of 2016 to [\d.]+ on 26 Nov 2026\./,
    );
  });

  test("says since when a zone operates and when that was last reported, as precisely as the reports", () => {
    expect(wordsOf(render("m-3-industrial-city"))).toContain(
      "Operational, Progress on sitesince at least 11 Aug 2021, last reported 2 Dec 2025",
    );
    expect(wordsOf(render("allama-iqbal-industrial-city"))).toContain(
      "Partly operational, Progress on sitesince at least Aug 2022, last reported 28 Feb 2025",
    );
  });

  test("names the firms from which progress follows, each with its evidence, and the reports that say less", () => {
    const then = "2021-12-31";
    const html = render("m-3-industrial-city", buildView("m-3-industrial-city", then));
    const words = wordsOf(html);
    expect(words).toContain("Follows from its 5 producing firms: ");
    const zone = buildView("m-3-industrial-city", then).zone;
    for (const { id } of zone.producers) expect(html).toContain(`#ledger-${id}-tenancyStage"`);
    const evidence = wordsOf(renderEvidence("m-3-industrial-city", then));
    expect(evidence).toMatch(/(Producing|Exporting) shows this step/);
    expect(evidence).toMatch(/\d+ reports on producing firms show this step\./);
    expect(evidence).toContain("Operational; last reported 11 August 2021.");
    expect(words).not.toMatch(/Operational, Progress on site11 Aug/);
  });

  test("shows the support of a value in words beside its mark", () => {
    const html = render("service-long-march-sez");
    expect(html).toMatch(/<svg role="img"[^>]*><title>Independently confirmed<\/title>/);
    expect(wordsOf(renderEvidence("service-long-march-sez"))).toContain(
      "Independently confirmed; 2 publishers agree",
    );
  });

  test("gives the reason of an implied bound", () => {
    expect(wordsOf(render("bhalwal-industrial-estate"))).toMatch(
      /Internal roads: implied by: Firms produce in the zone, so plots are marked out/,
    );
  });

  test("quotes the source in its own language and direction", () => {
    expect(renderEvidence("hattar-sez")).toMatch(/<blockquote lang="ur" dir="rtl"[^>]*>“حطار/);
  });

  test("tells of a decline, and why another count would lead to another status", () => {
    expect(wordsOf(renderEvidence("bin-qasim-industrial-park"))).toContain(
      "The source says that the value fell or ended.",
    );
    expect(wordsOf(render("hattar-sez"))).toMatch(
      /Another valid report counts 5 producing firms \(official, 24 Nov 2020\), which would make the zone “Operational”/,
    );
  });

  test("names reports that are not used, with the reason, in place of no report", () => {
    const words = wordsOf(render("armstrong-ze-tyres-sez"));
    expect(words).toMatch(
      /Not used, Progress on site: “[^”]+”, official, Profit \(Pakistan Today\), 23 Dec 2024: \S/,
    );
    expect(words).toContain("1 report, not used");
  });

  test("names the facts without a report in one line of each section, and leaves none out", () => {
    const html = render("dhabeji-sez");
    const words = wordsOf(html);
    expect(words).toMatch(/Nothing found on \d+ facts: plots demarcated, sewerage, telecom, /);
    expect(words).toContain(
      "Nothing found on 6 facts: technology, standards, supplier, financial, market and human capital",
    );
    const shown = new Set(Array.from(html.matchAll(/href="#ledger-(\w+)"/g), ([, field]) => field));
    const missing = ZONE_FIELD_KEYS.filter((field) => !shown.has(field));
    // The zone is approved, so it is no candidate.
    expect(missing).toEqual([
      "name",
      "locationPrecision",
      "candidateForRemainder",
      "lastSearchedOn",
    ]);
  });

  test("has an anchor for every entry of the contents and for every value that leads to its evidence", () => {
    for (const slug of ["rashakai-sez", "smart-sez"]) {
      const html = render(slug);
      const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
      const anchors = Array.from(html.matchAll(/href="#([^"]+)"/g), ([, id]) => id);
      expect(anchors.length).toBeGreaterThan(50);
      expect(anchors.filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  test("shows the names in Urdu and Chinese, the one in the language of the page first", () => {
    const view = buildView("rashakai-sez");
    const name = (field: "nameUr" | "nameZh", value: string, origin: "independent" | "inference") =>
      resolve(fieldSpec(field), [createEvidence({ field, value, origin })], { asOf, revision: 2 });
    const nameUr = name("nameUr", "رشکئی خصوصی اقتصادی زون", "independent");
    const nameZh = name("nameZh", "拉沙卡伊经济特区", "inference");
    const { zone } = view;
    const named = {
      ...view,
      zone: {
        ...zone,
        fields: { ...zone.fields, nameUr, nameZh },
        values: { ...zone.values, nameUr: "رشکئی خصوصی اقتصادی زون", nameZh: "拉沙卡伊经济特区" },
      },
    };
    const english = render("rashakai-sez", named);
    expect(english).toContain('<bdi lang="ur" dir="rtl">رشکئی خصوصی اقتصادی زون</bdi>');
    expect(wordsOf(english)).toMatch(/In Chinese: 拉沙卡伊经济特区.* \(transliterated by us\)/);
    expect(wordsOf(english)).toContain("Name in UrduIn Chinese: ");
    const shown = (language: Locale) => ({ ...named, zone: nameIn(language, named.zone) });
    expect(render("rashakai-sez", shown("ur"), "ur")).toMatch(
      /<h1[^>]*>رشکئی خصوصی اقتصادی زون <span[^>]*><bdi lang="en">Rashakai/,
    );
    expect(render("rashakai-sez", shown("zh"), "zh")).toMatch(/<h1[^>]*>拉沙卡伊经济特区 /);
  });

  test("shows no date and no age of what the zone is", () => {
    const words = wordsOf(render("rashakai-sez"));
    expect(words).toMatch(/Logistics, Reason for location\s*Independently confirmed/);
    expect(words).toMatch(/steel, Sector\s*1 source/);
    expect(words).toMatch(/Investment committed21 Jul 2023 · 3 years/);
  });

  test("shows since when and by whom a value of the summary is reported", () => {
    const words = wordsOf(render("rashakai-sez"));
    expect(words).toMatch(
      /Legal statusDeveloper contracted, Legal status[^,]*first reported 14 Sep 2020The News International, 15\sDec\s2020official/,
    );
  });

  test("folds all but the first firms and the latest events", () => {
    const words = wordsOf(render("allama-iqbal-industrial-city"));
    expect(words).toContain("2 more firms");
    expect(words).toContain("14 earlier events");
  });
});
