import type { ZoneFieldKey } from "./fields";

/** A field of the zones that a constraint affects. */
export interface BearsOn {
  readonly field: ZoneFieldKey;
  /** Why it affects the field, in one sentence. */
  readonly why: string;
}

/** One figure of a comparison. */
interface ComparedPart {
  /** Key of the context figure. */
  readonly key: string;
  /** Factor from its own unit to the unit of the comparison. Absent: 1. */
  readonly times?: number;
  /** It counts something different from the others, so it is drawn in another style. */
  readonly apart?: boolean;
}

/** Figures of one unit that are shown side by side. */
export interface Comparison {
  readonly unit: string;
  readonly parts: readonly ComparedPart[];
  /** What the comparison does not show. */
  readonly note: string;
}

/** A national problem that holds zones back, or another subject of the national figures and statements. */
export interface Constraint {
  readonly label: string;
  /** The question that its figures help to answer. */
  readonly question: string;
  /** Empty: it is no problem of the zones, but what the programme is and what others conclude from it. */
  readonly bearsOn: readonly BearsOn[];
  readonly compared: Comparison | null;
}

/** The views of the issue brief's author on what the programme means for India. */
export const IMPLICATIONS = "implications";

/** Samples of recorded values that somebody else compared with their sources. The page of coverage shows them. */
export const SECOND_READINGS = "second-readings";

/**
 * The constraints that the issue brief names, in the order of the page, each with the fields of the zones
 * that it affects, and after them the programme and its implications, which affect no field. The tracker itself assigns
 * fields to constraints: no source measures the effect for each zone.
 */
export const CONSTRAINTS: Readonly<Record<string, Constraint>> = {
  power: {
    label: "Power",
    question: "Can the grid carry the zones?",
    bearsOn: [
      {
        field: "electricity",
        why: "The companies that bring power to new plots carry the debt and losses of the sector.",
      },
      {
        field: "powerNeededMw",
        why: "This is what the zones would take from the grid when full.",
      },
      {
        field: "powerSanctionedMw",
        why: "With a sanction the grid company says how much power it can deliver.",
      },
      {
        field: "powerEnergisedMw",
        why: "Power available at the plots shows whether the problem reaches the zone.",
      },
    ],
    compared: {
      unit: "PKR billion",
      parts: [
        { key: "circular-debt", times: 1000 },
        { key: "recovery-shortfall" },
        { key: "td-losses" },
      ],
      note: "The debt is the amount owed in May 2024. The other two are what the fiscal year 2023-24 added. The source does not say how much of that was already paid.",
    },
  },
  trade: {
    label: "Trade",
    question: "Is there trade for the zones to serve?",
    bearsOn: [
      {
        field: "railOrPortLink",
        why: "Exports have to reach a port, and imported inputs come from one.",
      },
      {
        field: "customsOffice",
        why: "Goods that clear customs at the zone do not wait at the border.",
      },
      {
        field: "dependenceMarket",
        why: "When exports are small, a single buyer or channel matters more.",
      },
    ],
    compared: {
      unit: "USD billion",
      parts: [{ key: "gdp" }, { key: "exports" }],
      note: "Exports are goods and services of the whole country. No source says what share comes from the zones.",
    },
  },
  finance: {
    label: "Finance",
    question: "Who pays for the works?",
    bearsOn: [
      {
        field: "worksFinanced",
        why: "National funds help a zone only when money is secured for its works.",
      },
      {
        field: "dependenceFinancial",
        why: "When only Chinese money is available, the zone depends on equity, loans or credit from China.",
      },
    ],
    compared: null,
  },
  security: {
    label: "Security",
    question: "Are the people who build and run the zones safe?",
    bearsOn: [
      {
        field: "securityArrangements",
        why: "After attacks on Chinese staff, guards and a security plan are a condition for their work.",
      },
      {
        field: "onSiteServices",
        why: "Security posts are one of these services.",
      },
      {
        field: "dependenceHumanCapital",
        why: "When work depends on Chinese supervisors, a threat to them is a threat to the zone.",
      },
    ],
    compared: null,
  },
  "china-capacity": {
    label: "China’s capacity",
    question: "How much of what the zones would make is made in China already?",
    bearsOn: [
      {
        field: "dependenceTechnology",
        why: "Manufacturers with spare production lines bring them, and the zone then runs on them.",
      },
      {
        field: "dependenceSupplier",
        why: "Cells and parts in oversupply are bought in China, not made in Pakistan.",
      },
      {
        field: "dependenceStandards",
        why: "Production lines come with the standards they were built for.",
      },
    ],
    compared: {
      unit: "GWh",
      parts: [{ key: "battery-capacity" }, { key: "battery-demand" }],
      note: "World figures for one year. According to the issue brief, China’s own capacity roughly matched world demand.",
    },
  },
  investment: {
    label: "Investment",
    question: "Do announcements become factories?",
    bearsOn: [
      {
        field: "investmentCommittedUsdM",
        why: "A memorandum helps a zone only when a firm commits money.",
      },
      {
        field: "investmentRealisedUsdM",
        why: "Money already spent. It is never added to committed money.",
      },
      {
        field: "plotsAllottedPct",
        why: "A serious investor takes a plot.",
      },
      {
        field: "enterprisesAdmitted",
        why: "A firm must be admitted to the zone before it can build.",
      },
      {
        field: "enterprisesProducing",
        why: "Only a producing firm shows that an announcement was real.",
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
        why: "A number of approved zones is not a list: a confirmed approval has a date.",
      },
      {
        field: "legalStatus",
        why: "Sources count different steps: some count approved zones, others notified zones.",
      },
      {
        field: "status",
        why: "The number of approvals does not show progress on site.",
      },
      {
        field: "targetOperational",
        why: "A zone that starts late has few years left before its incentives end.",
      },
    ],
    compared: {
      unit: "zones",
      parts: [
        { key: "zones-before" },
        { key: "count-2020-10" },
        { key: "notified-2020-12", apart: true },
        { key: "count-2021" },
        { key: "zones-surveyed", apart: true },
        { key: "approved-zones" },
      ],
      note: "Each figure has its own source. The last one is what this tracker confirms. Outlined bars count something else: zones notified and zones surveyed.",
    },
  },
  programme: {
    label: "The second phase of CPEC",
    question: "What was agreed, and how far has it come?",
    bearsOn: [],
    compared: null,
  },
  [IMPLICATIONS]: {
    label: "Implications for India",
    question:
      "Views of the author of the issue brief (MP-IDSA, a research institute in New Delhi, 13 March 2026), not findings of this tracker.",
    bearsOn: [],
    compared: null,
  },
  [SECOND_READINGS]: {
    label: "Second readings",
    question:
      "How many recorded values does a reader find in their sources who did not record them?",
    bearsOn: [],
    compared: null,
  },
};

/** The subjects of the page of national figures: all but the samples of the tracker's own values. */
export const CONTEXT_SUBJECTS: readonly string[] = Object.keys(CONSTRAINTS).filter(
  (key) => key !== SECOND_READINGS,
);
