import type { FieldSpec } from "./kinds";

const TWO_YEARS = 730;

const plain = {
  group: "tenancy",
  behaviour: "changes",
  filter: null,
  shown: true,
  exported: true,
  editedBy: "analyst",
  evidence: "source",
  freshFor: null,
} as const;

/** Every field of a tenancy (a firm in a zone), in the order of pages, files and the data dictionary. */
export const TENANCY_FIELDS = {
  tenancyStage: {
    ...plain,
    about: "state",
    kind: "choice",
    vocabulary: "tenancyStage",
    label: "Stage",
    definition: "How far the firm has come in the zone, from memorandum to export.",
    behaviour: "ordered",
    filter: "any-of",
    freshFor: TWO_YEARS,
  },
  tenancySector: {
    ...plain,
    about: "identity",
    kind: "text",
    label: "Sector",
    definition: "Industry of the firm.",
    filter: "any-of",
  },
  nationality: {
    ...plain,
    about: "identity",
    kind: "country",
    label: "Country of registration",
    definition: "Country where the firm is registered, if a source states it.",
    filter: "any-of",
  },
  ultimateOwnerNationality: {
    ...plain,
    about: "identity",
    kind: "country",
    label: "Country of owner",
    definition: "Country of the ultimate owner, if a source states it.",
    filter: "any-of",
  },
  foreignEquityPct: {
    ...plain,
    about: "identity",
    kind: "number",
    label: "Foreign equity",
    short: "Foreign %",
    unit: "%",
    definition: "Share of the firm that owners abroad hold.",
    min: 0,
    max: 100,
    limit: 100,
    integer: false,
    notApplicable: false,
    filter: "range",
  },
  foreignEquityCountry: {
    ...plain,
    about: "identity",
    kind: "country",
    label: "Country of the foreign equity",
    definition: "Country of the foreign owners with the largest share.",
    filter: "any-of",
  },
  involvement: {
    ...plain,
    about: "dependence",
    kind: "list",
    items: "involvement",
    label: "Role of partners abroad",
    definition:
      "The role of each partner abroad, with its country: equity, joint-venture, developer, contractor, technology, equipment, lender, buyer or training, such as technology:CN.",
    filter: null,
  },
  investmentUsdM: {
    ...plain,
    about: "state",
    kind: "number",
    label: "Investment",
    short: "USD m",
    unit: "USD m",
    definition:
      "Investment of the firm in the zone, in millions of US dollars. It is committed, not yet made, unless the note says otherwise.",
    behaviour: "grows",
    min: 0,
    max: null,
    limit: 20_000,
    integer: false,
    notApplicable: false,
    filter: "range",
    freshFor: TWO_YEARS,
  },
  tenancyJobs: {
    ...plain,
    about: "state",
    kind: "number",
    label: "Jobs",
    unit: "jobs",
    definition: "Jobs that exist at the firm in the zone.",
    behaviour: "grows",
    min: 0,
    max: null,
    limit: 100_000,
    integer: true,
    notApplicable: false,
    filter: "range",
    freshFor: TWO_YEARS,
  },
} as const satisfies Record<string, FieldSpec>;

/** Sectors that the issue brief calls strategic. */
export const STRATEGIC_SECTORS: ReadonlySet<string> = new Set([
  "EV assembly",
  "batteries",
  "solar",
  "digital infrastructure",
  "minerals and mining",
]);
