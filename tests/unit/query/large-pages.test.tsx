import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FirmsFigure } from "@/components/features/firms/firms-figure";
import { InvestmentFigure } from "@/components/features/firms/investment-figure";
import { OwnersFigure } from "@/components/features/firms/owners-figure";
import { RatingsFigure } from "@/components/features/firms/ratings-figure";
import { ProvincePage } from "@/components/features/provinces/province-page";
import { NeedsFigure } from "@/components/features/readiness/needs-figure";
import { buildOwnerMatrix } from "@/lib/dependence/owner-matrix";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { buildInvestmentRows, countFirmFunnel } from "@/lib/firms/firm-counts";
import { listPlacedFirms } from "@/lib/firms/firms";
import { PAGE_SIZE } from "@/lib/query/list-page";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { addZones } from "@/tests/bench/synthetic-zones";
import { COMPILED_ON as asOf, seedFacts } from "@/tests/support/seed-facts";
import { WithText } from "@/tests/support/with-text";

/** Enough for several pages. */
const ZONES = 240;
/** Characters of the markup of a part of a page. A page carries it and, for most of it, its description. */
const MOST = 500_000;

const facts = addZones(await seedFacts(), ZONES);
const registry = buildRegistry(facts, indexEvidence(facts), { asOf, revision: facts.revision });
const query = { ...DEFAULT_QUERY, scope: "all" as const };
const { zones } = registry;
const { rows } = select(zones.map(buildRow), query, asOf);
const firms = listPlacedFirms(zones);
const at = { asOf, source: "", embed: "", moment: "", path: "/page", kept: [], query } as const;

const slugs = zones.map(({ slug }) => slug);
const tenancies = firms.map(({ record }) => record.tenancy.id);

/** A long list: what it draws for a page of it, and the items of which each is on one page. */
const none = { title: "", lines: [] };

const LISTS: Record<string, { draw: (page: string) => ReactElement; items: readonly string[] }> = {
  needs: {
    draw: (page) => <NeedsFigure {...at} rows={rows} order="name" own={[]} page={page} />,
    items: slugs,
  },
  investments: {
    draw: (page) => (
      <InvestmentFigure
        {...at}
        rows={buildInvestmentRows(zones, firms)}
        isFiltered={false}
        page={page}
      />
    ),
    items: slugs,
  },
  firms: {
    draw: (page) => (
      <FirmsFigure
        {...at}
        firms={firms}
        funnel={countFirmFunnel(firms)}
        all={firms.length}
        apiHref={null}
        embed=""
        page={page}
      />
    ),
    items: tenancies,
  },
  owners: {
    draw: (page) => (
      <OwnersFigure {...at} matrix={buildOwnerMatrix(firms)} filter={{}} page={page} />
    ),
    items: [...new Set(firms.map(({ zone }) => zone.slug))],
  },
  ratings: {
    draw: (page) => <RatingsFigure {...at} rated={zones} zones={zones.length} page={page} />,
    items: slugs,
  },
  province: {
    draw: (page) => (
      <ProvincePage
        {...at}
        province="sindh"
        zones={rows.map((row) => {
          const zone = zones.find(({ slug }) => slug === row.slug);
          if (!zone) throw new Error(row.slug);
          return { zone, row };
        })}
        revision={facts.revision}
        counts={{ legalStatus: none, standing: none, readiness: none }}
        page={page}
      />
    ),
    items: slugs,
  },
};

test.each(Object.entries(LISTS))(
  "a page of %s is bounded, and its pages have everything",
  (_, { draw, items }) => {
    const pages = Math.ceil(items.length / PAGE_SIZE);
    const markups = Array.from({ length: pages }, (_, i) =>
      renderToStaticMarkup(<WithText>{draw(String(i + 1))}</WithText>),
    );
    for (const markup of markups) expect(markup.length).toBeLessThan(MOST);
    const all = markups.join("");
    expect(items.filter((id) => !isNamed(all, id))).toEqual([]);
  },
);

/** Is a zone linked by its path or named, or a firm in a zone linked by the anchors of its values? */
function isNamed(markup: string, id: string): boolean {
  const paths = ['"', "#", "?"].map((end) => `/zones/${id}${end}`);
  const forms = [
    ...paths,
    `zone=${id}"`,
    `zone=${id}&`,
    `zone=${id}#`,
    `#ledger-${id}-`,
    `>${id.replaceAll("&", "&amp;")}<`,
  ];
  return forms.some((form) => markup.includes(form));
}
