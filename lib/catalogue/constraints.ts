import type { ZoneFieldKey } from "./fields";

/** A field of the zones that a constraint bears on. */
export interface BearsOn {
  readonly field: ZoneFieldKey;
  /** Why, in a sentence. */
  readonly why: string;
}

/** A figure among those compared. */
export interface ComparedPart {
  /** Key of the context figure. */
  readonly key: string;
  /** What turns its unit into that of the comparison; 1 where absent. */
  readonly times?: number;
  /** It counts something else than the rest, and is drawn apart from them. */
  readonly apart?: boolean;
}

/** Figures of one unit that say more side by side. */
export interface Comparison {
  readonly title: string;
  readonly unit: string;
  readonly parts: readonly ComparedPart[];
  /** What must not be read into it. */
  readonly note: string;
}

/** What in the country, not in any zone, holds zones back. */
export interface Constraint {
  readonly label: string;
  /** What its figures help to answer. */
  readonly question: string;
  readonly bearsOn: readonly BearsOn[];
  readonly compared: Comparison | null;
}

/**
 * The constraints that the brief counts, in the order in which they are told, each with the fields of
 * the zones that it bears on. Which field belongs to which constraint is the tracker's own reading: no
 * source measures the effect zone by zone.
 */
export const CONSTRAINTS: Readonly<Record<string, Constraint>> = {
  power: {
    label: "Power",
    question: "Can the grid carry the zones?",
    bearsOn: [
      {
        field: "electricity",
        why: "Lines to new plots are laid by the companies that carry the sector’s debt and losses.",
      },
      {
        field: "powerNeededMw",
        why: "What the zones would ask of the grid when full.",
      },
      {
        field: "powerSanctionedMw",
        why: "A sanction is the grid company’s word that it can bring so much.",
      },
      {
        field: "powerEnergisedMw",
        why: "What can be drawn at the plots is where the constraint ends or bites.",
      },
    ],
    compared: {
      title: "The power sector’s debt, and what one year added to it",
      unit: "PKR billion",
      parts: [
        { key: "circular-debt", times: 1000 },
        { key: "recovery-shortfall" },
        { key: "td-losses" },
      ],
      note: "The debt is what was owed in May 2024. The other two are what the fiscal year 2023-24 added to it; how much of that had been paid off by then is not said.",
    },
  },
  trade: {
    label: "Trade",
    question: "Is there a trade for the zones to serve?",
    bearsOn: [
      {
        field: "railOrPortLink",
        why: "What is made for export has to reach a port, and what goes into it has to come from one.",
      },
      {
        field: "customsOffice",
        why: "Goods cleared at the zone do not wait at the border.",
      },
      {
        field: "dependenceMarket",
        why: "Where exports are small, one buyer or one channel weighs the more.",
      },
    ],
    compared: {
      title: "Exports against the whole economy",
      unit: "USD billion",
      parts: [{ key: "gdp" }, { key: "exports" }],
      note: "Exports are of goods and services, by every exporter of the country; no source says what share of them comes out of zones.",
    },
  },
  finance: {
    label: "Finance",
    question: "Who pays for the works?",
    bearsOn: [
      {
        field: "worksFinanced",
        why: "A portfolio of the country becomes a zone’s works only where money is secured for them.",
      },
      {
        field: "dependenceFinancial",
        why: "Where Chinese money is what there is, the zone hangs on equity, loans or credit from there.",
      },
    ],
    compared: null,
  },
  security: {
    label: "Security",
    question: "Are those safe who would build and run them?",
    bearsOn: [
      {
        field: "securityArrangements",
        why: "Attacks on Chinese staff make guards and a plan a condition of their coming at all.",
      },
      {
        field: "onSiteServices",
        why: "Security posts are among them.",
      },
      {
        field: "dependenceHumanCapital",
        why: "Where work cannot run without Chinese supervisors, a threat to them is a threat to the zone.",
      },
    ],
    compared: null,
  },
  "china-capacity": {
    label: "China’s capacity",
    question: "How much of what the zones would make can be made already?",
    bearsOn: [
      {
        field: "dependenceTechnology",
        why: "Makers with lines to spare bring them along, and the zone’s processes then run on them.",
      },
      {
        field: "dependenceSupplier",
        why: "Cells and parts of which there is more than enough are bought there rather than made here.",
      },
      {
        field: "dependenceStandards",
        why: "With the lines come the standards to which they were built.",
      },
    ],
    compared: {
      title: "Batteries: what could be made against what was bought",
      unit: "GWh",
      parts: [{ key: "battery-capacity" }, { key: "battery-demand" }],
      note: "Of the whole world, in one year. According to the brief, China’s own capacity roughly matched the world’s demand.",
    },
  },
  investment: {
    label: "Investment",
    question: "Do announcements turn into plants?",
    bearsOn: [
      {
        field: "investmentCommittedUsdM",
        why: "A memorandum is worth something to a zone once a firm has committed money there.",
      },
      {
        field: "investmentRealisedUsdM",
        why: "What has been spent; never added to what is committed.",
      },
      {
        field: "plotsAllottedPct",
        why: "An investor who means it takes a plot.",
      },
      {
        field: "enterprisesAdmitted",
        why: "Between the memorandum and the plant lies the admission.",
      },
      {
        field: "enterprisesProducing",
        why: "Only a firm that produces shows that the announcement held.",
      },
    ],
    compared: null,
  },
  zones: {
    label: "The zones themselves",
    question: "How many are there, and how long do their incentives last?",
    bearsOn: [
      {
        field: "approvedOn",
        why: "A number of approved zones is not a list of them: an approval that is evidenced has a date.",
      },
      {
        field: "legalStatus",
        why: "Those who count zones mean different steps: approved by one, notified by another.",
      },
      {
        field: "status",
        why: "The count of approvals says nothing of the ground.",
      },
      {
        field: "targetOperational",
        why: "A zone that starts late has few years of incentives left before they lapse.",
      },
    ],
    compared: {
      title: "Zones counted as approved, by those who counted",
      unit: "zones",
      parts: [
        { key: "zones-before" },
        { key: "count-2020-10" },
        { key: "notified-2020-12", apart: true },
        { key: "count-2021" },
        { key: "zones-surveyed", apart: true },
        { key: "approved-zones" },
      ],
      note: "Each by its own source; the last is what this register can show. Pale are counts of something else: zones notified, and zones surveyed.",
    },
  },
};
