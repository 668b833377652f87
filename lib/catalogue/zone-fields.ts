import type { GroupKey } from "./groups";
import type { ChoiceField, DateField, FieldSpec, LevelField, NumberField } from "./kinds";

const TWO_YEARS = 730;

const plain = {
  behaviour: "changes",
  filter: null,
  shown: false,
  exported: true,
  editedBy: "analyst",
  evidence: "source",
  freshFor: null,
} as const;

/** An indicator of the readiness score, on the common scale from absent to available. */
const indicator = (group: GroupKey, label: string, definition: string) =>
  ({
    ...plain,
    kind: "choice",
    vocabulary: "indicator",
    group,
    about: "state",
    label,
    definition,
    behaviour: "ordered",
    filter: "any-of",
    freshFor: TWO_YEARS,
  }) as const satisfies ChoiceField;

/** An indicator of something that is set up and not built, so that "available" does not fit. */
const arrangement = (group: GroupKey, label: string, definition: string) =>
  ({
    ...indicator(group, label, definition),
    labels: { available: "In place" },
  }) as const satisfies ChoiceField;

/** The most of a quantity in one zone that is plausible, by unit: some 10 times the largest that is reported. */
const LIMITS = { MW: 5_000, MMCFD: 500, jobs: 1_000_000, "USD m": 20_000 } as const;

/** A quantity of 0 or more. */
const quantity = <B extends "grows" | "changes">(
  label: string,
  short: string,
  unit: keyof typeof LIMITS,
  behaviour: B,
  definition: string,
) =>
  ({
    ...plain,
    kind: "number",
    group: "quantities",
    about: "state",
    label,
    short,
    unit,
    behaviour,
    definition,
    min: 0,
    max: null,
    limit: LIMITS[unit],
    integer: unit === "jobs",
    notApplicable: false,
    filter: "range",
    freshFor: TWO_YEARS,
  }) as const satisfies NumberField;

/** A number in the readiness score: a count of firms or a percentage of plots. */
const investorFigure = (label: string, short: string, unit: "%" | "firms", definition: string) =>
  ({
    ...plain,
    kind: "number",
    group: "investors",
    about: "state",
    label,
    short,
    unit,
    definition,
    behaviour: "grows",
    min: 0,
    max: unit === "%" ? 100 : null,
    limit: unit === "%" ? 100 : 2_000,
    integer: unit === "firms",
    notApplicable: true,
    filter: "range",
    freshFor: TWO_YEARS,
  }) as const satisfies NumberField;

/** A target: its value is the announced date, as a day, month or year. */
const target = (label: string, short: string, definition: string) =>
  ({
    ...plain,
    kind: "date",
    group: "targets",
    about: "promise",
    label,
    short,
    definition,
    filter: "period",
  }) as const satisfies DateField;

/** A dimension of dependence on Chinese partners, with the meaning of levels 0 to 4. */
const dependence = (
  label: string,
  definition: string,
  levels: readonly [string, string, string, string, string],
) =>
  ({
    ...plain,
    kind: "level",
    group: "dependence",
    about: "dependence",
    label,
    definition,
    levels,
    filter: "any-of",
  }) as const satisfies LevelField;

/** Every field of a zone, in the order of the zone page, the files and the data dictionary. */
export const ZONE_FIELDS = {
  name: {
    ...plain,
    kind: "text",
    group: "identity",
    about: "identity",
    label: "Name",
    short: "Zone",
    definition: "Name used in this tracker.",
    shown: true,
  },
  aliases: {
    ...plain,
    kind: "list",
    group: "identity",
    about: "identity",
    label: "Other names",
    definition: "Other spellings, short names and former names found in the sources.",
  },
  nameUr: {
    ...plain,
    kind: "text",
    lang: "ur",
    group: "identity",
    about: "identity",
    label: "Name in Urdu",
    definition:
      "Name of the zone in Urdu, from a text in Urdu. Where none was found, the tracker’s own transliteration, marked as inferred.",
  },
  nameZh: {
    ...plain,
    kind: "text",
    lang: "zh",
    group: "identity",
    about: "identity",
    label: "Name in Chinese",
    definition:
      "Name of the zone in Chinese, from a text in Chinese. Where none was found, the tracker’s own transliteration, marked as inferred.",
  },
  province: {
    ...plain,
    kind: "choice",
    vocabulary: "province",
    group: "identity",
    about: "identity",
    label: "Province or territory",
    short: "Province",
    definition:
      "The administrative unit that contains the zone. Gilgit-Baltistan and Azad Jammu and Kashmir are Pakistan-administered; the status of Jammu and Kashmir is disputed and the tracker takes no side.",
    filter: "any-of",
  },
  district: {
    ...plain,
    kind: "text",
    group: "identity",
    about: "identity",
    label: "District",
    definition: "District of the town or estate where the zone is.",
  },
  location: {
    ...plain,
    kind: "place",
    group: "identity",
    about: "identity",
    label: "Location",
    definition:
      "Longitude and latitude of the marker (WGS 84). Most markers show the nearest town: see the location precision.",
  },
  locationPrecision: {
    ...plain,
    kind: "choice",
    vocabulary: "locationPrecision",
    group: "identity",
    about: "identity",
    label: "Location precision",
    short: "Precision",
    definition: "How exact the marker on the map is.",
    filter: "any-of",
  },
  areaAcres: {
    ...plain,
    kind: "number",
    group: "identity",
    about: "identity",
    label: "Area",
    short: "Area, acres",
    unit: "acres",
    definition: "Area of the approved zone in acres (1 acre is 0.4047 hectares).",
    behaviour: "fixed",
    min: 0.1,
    max: null,
    limit: 100_000,
    integer: false,
    notApplicable: false,
    filter: "range",
  },
  developer: {
    ...plain,
    kind: "text",
    group: "identity",
    about: "identity",
    label: "Developer",
    definition: "Public body or company that develops the zone.",
  },
  developerType: {
    ...plain,
    kind: "choice",
    vocabulary: "developerType",
    group: "identity",
    about: "identity",
    label: "Type of developer",
    short: "Developer type",
    definition: "Whether a public body, a private company or both together develop the zone.",
    behaviour: "fixed",
    filter: "any-of",
  },
  zoneType: {
    ...plain,
    kind: "choice",
    vocabulary: "zoneType",
    group: "identity",
    about: "identity",
    label: "Type of zone",
    short: "Zone type",
    definition:
      "Whether the zone has plots for many firms, belongs to one firm, or is a technology park.",
    behaviour: "fixed",
    filter: "any-of",
  },
  sectors: {
    ...plain,
    kind: "list",
    group: "identity",
    about: "identity",
    label: "Sectors",
    definition: "Industries planned for the zone or already in it.",
    filter: "any-of",
  },
  rationale: {
    ...plain,
    kind: "choice",
    vocabulary: "rationale",
    group: "identity",
    about: "identity",
    label: "Reason for location",
    definition: "Reason given for choosing the place.",
    filter: "any-of",
  },
  preExistingEstate: {
    ...plain,
    kind: "flag",
    group: "identity",
    about: "identity",
    label: "Industrial estate before approval",
    short: "Earlier estate",
    definition: "Whether an industrial estate existed there before the zone was approved.",
    behaviour: "fixed",
    filter: "flag",
  },
  cohort: {
    ...plain,
    kind: "choice",
    vocabulary: "cohort",
    group: "programme",
    about: "identity",
    label: "Approval group",
    definition:
      "Whether the zone is one of the original 7, confirmed as added since 2019, or not confirmed as approved.",
    filter: "any-of",
  },
  candidateForRemainder: {
    ...plain,
    kind: "flag",
    group: "programme",
    about: "identity",
    label: "Candidate for the unnamed nine",
    short: "Candidate",
    definition:
      "Named as pending in October 2025, when 35 of the 44 announced zones were confirmed. The approval of a candidate is not confirmed.",
    filter: "flag",
  },
  cpecStatus: {
    ...plain,
    kind: "choice",
    vocabulary: "cpecStatus",
    group: "programme",
    about: "identity",
    label: "CPEC status",
    short: "CPEC",
    definition:
      "Whether the zone is one of the 4 CPEC priority zones, one of the 9 agreed in 2016, or outside CPEC.",
    filter: "any-of",
  },
  lastSearchedOn: {
    ...plain,
    behaviour: "grows",
    kind: "date",
    group: "programme",
    about: "identity",
    // Of the search for sources, and so no more a state of the zone than its name.
    label: "Last searched",
    definition:
      "The day up to which sources on the zone were last searched. After it, no report means no search.",
    filter: "period",
  },
  legalStatus: {
    ...plain,
    kind: "choice",
    vocabulary: "legalStatus",
    group: "ladders",
    about: "state",
    label: "Legal status",
    definition:
      "How far the zone has come in law: identified, applied, approved, notified, developer contracted.",
    behaviour: "ordered",
    filter: "any-of",
    shown: true,
    evidence: "gate",
    freshFor: TWO_YEARS,
  },
  approvedOn: {
    ...plain,
    kind: "date",
    group: "ladders",
    about: "identity",
    label: "Approved on",
    definition: "Date of the federal approval: a day, a month or a year.",
    behaviour: "fixed",
    filter: "period",
  },
  landLease: {
    ...plain,
    kind: "choice",
    vocabulary: "landLease",
    group: "ladders",
    about: "state",
    label: "Land lease",
    definition: "Progress of the lease of the zone’s land under the land-lease policy.",
    behaviour: "ordered",
    filter: "any-of",
  },
  status: {
    ...plain,
    kind: "choice",
    vocabulary: "status",
    group: "ladders",
    about: "state",
    label: "Progress on site",
    definition:
      "How far construction, services and production have come. Each step needs its own evidence.",
    behaviour: "ordered",
    filter: "any-of",
    shown: true,
    evidence: "gate",
    freshFor: TWO_YEARS,
  },
  developmentAgreement: arrangement(
    "legal",
    "Development agreement",
    "Agreement between the authority and the developer that the SEZ Act requires.",
  ),
  landTitle: arrangement(
    "legal",
    "Land title",
    "Title to the land, held by the developer or the authority.",
  ),
  plotDemarcation: indicator("legal", "Plots demarcated", "Plots laid out and marked on site."),
  zoneCommittee: arrangement(
    "legal",
    "Zone committee",
    "Committee that the SEZ Act requires for each zone.",
  ),
  electricity: indicator("utilities", "Electricity", "Grid power at the plots."),
  gas: indicator("utilities", "Gas", "Piped gas at the plots."),
  water: indicator("utilities", "Water", "Water at the plots."),
  sewerage: indicator("utilities", "Sewerage", "Drains and waste-water treatment."),
  telecom: indicator("utilities", "Telecom", "Telephone and data lines at the plots."),
  internalRoads: indicator("access", "Internal roads", "Roads inside the zone."),
  highwayLink: indicator("access", "Highway link", "Road from the zone to a highway or motorway."),
  railOrPortLink: indicator("access", "Rail or port link", "Railway, or road to a port."),
  oneStopService: indicator(
    "services",
    "One-stop service",
    "One office for permits and registration.",
  ),
  customsOffice: indicator("services", "Customs office", "Customs clearance at the zone."),
  managementEntity: arrangement(
    "services",
    "Management",
    "Body that manages the zone from day to day.",
  ),
  onSiteServices: indicator(
    "services",
    "On-site services",
    "Security posts, fire service, clinic, bank, housing and similar services.",
  ),
  plotsAllottedPct: investorFigure(
    "Plots allotted",
    "Allotted, %",
    "%",
    "Share of the plots, or of the land for sale, allotted to firms.",
  ),
  plotsBuiltPct: investorFigure(
    "Plots built on",
    "Built, %",
    "%",
    "Share of the allotted plots where construction has started or finished.",
  ),
  enterprisesAdmitted: investorFigure(
    "Firms admitted",
    "Admitted",
    "firms",
    "Number of firms admitted to the zone, as reported or counted by name.",
  ),
  enterprisesProducing: investorFigure(
    "Firms producing",
    "Producing",
    "firms",
    "Number of firms producing in the zone, as reported or counted by name.",
  ),
  securityArrangements: arrangement(
    "resilience",
    "Security",
    "Guards, fences, police posts or a security plan in force.",
  ),
  worksFinanced: indicator(
    "resilience",
    "Works financed",
    "Money secured for the works that remain.",
  ),
  // What a zone needs is what its plan says: how much when the first phase, or all of it, stands. What reaches it is its state.
  powerNeededMw: {
    ...quantity(
      "Power needed",
      "Power needed, MW",
      "MW",
      "changes",
      "Electric power the zone needs, for its first phase or when full.",
    ),
    about: "promise",
  },
  powerNeededBasis: {
    ...plain,
    kind: "choice",
    vocabulary: "powerNeededBasis",
    group: "quantities",
    about: "promise",
    label: "Basis of the power needed",
    short: "Basis",
    definition:
      "Whether the power needed is that of the first phase or of the whole zone when full.",
    filter: "any-of",
  },
  powerSanctionedMw: quantity(
    "Power approved",
    "Approved, MW",
    "MW",
    "grows",
    "Electric power the grid company has approved for the zone.",
  ),
  powerEnergisedMw: quantity(
    "Power delivered",
    "Delivered, MW",
    "MW",
    "grows",
    "Electric power that reaches the zone.",
  ),
  gasNeededMmcfd: {
    ...quantity(
      "Gas needed",
      "Gas needed, MMCFD",
      "MMCFD",
      "changes",
      "Gas the zone needs when full, in million cubic feet per day (MMCFD).",
    ),
    about: "promise",
  },
  gasSuppliedMmcfd: quantity(
    "Gas delivered",
    "Delivered, MMCFD",
    "MMCFD",
    "grows",
    "Gas that reaches the zone, in million cubic feet per day (MMCFD).",
  ),
  jobs: quantity(
    "Jobs",
    "Jobs",
    "jobs",
    "grows",
    "Jobs that exist in the zone. Planned jobs are in notes and events only.",
  ),
  investmentCommittedUsdM: quantity(
    "Investment committed",
    "Committed, USD m",
    "USD m",
    "grows",
    "Investment that firms have committed, in millions of US dollars. Never added to investment realised.",
  ),
  investmentRealisedUsdM: quantity(
    "Investment realised",
    "Realised, USD m",
    "USD m",
    "grows",
    "Investment that firms have made, in millions of US dollars.",
  ),
  targetElectricity: target(
    "Electricity target",
    "Electricity due",
    "Announced date for full electricity. Met when electricity is available.",
  ),
  targetGas: target("Gas target", "Gas due", "Announced date for gas. Met when gas is available."),
  targetPhaseOne: target(
    "First phase target",
    "Phase one due",
    "Announced date for the first phase. Met when the zone is at least serviced.",
  ),
  targetOperational: target(
    "Operation target",
    "Operation due",
    "Announced date for operation. Met when the zone is at least partly operational.",
  ),
  dependenceTechnology: dependence(
    "Technology",
    "How many key processes run on Chinese production lines.",
    [
      "No key process on Chinese lines",
      "One key process among several",
      "About half of the key processes",
      "Most key processes",
      "Every key process",
    ],
  ),
  dependenceStandards: dependence("Standards", "How far Chinese standards are required.", [
    "None demanded",
    "Accepted beside others",
    "Demanded by some firms or buyers",
    "Demanded by most firms or by the developer",
    "Mandated zone-wide",
  ]),
  dependenceSupplier: dependence(
    "Supplier",
    "Share of inputs and spare parts that come from China.",
    [
      "Under 10% of inputs and spares",
      "10 to 25%",
      "25 to 50%",
      "50 to 75%",
      "Over 75%, or one source",
    ],
  ),
  dependenceFinancial: dependence(
    "Financial",
    "How far the zone depends on Chinese equity, loans or supplier credit.",
    [
      "No Chinese equity, loan or supplier credit",
      "Supplier credit or a small loan",
      "A minority share or a large loan",
      "A majority share or most of the debt",
      "Developer control and debt",
    ],
  ),
  dependenceMarket: dependence("Market", "How far sales depend on Chinese buyers.", [
    "No sales to Chinese buyers",
    "A small part of sales",
    "About a third of sales",
    "Most sales",
    "One Chinese buyer or channel",
  ]),
  dependenceHumanCapital: dependence(
    "Human capital",
    "How far work depends on Chinese supervisors or tied training.",
    [
      "No Chinese supervisors or tied training",
      "A few specialists for a time",
      "Supervisors in some lines, or tied training",
      "Supervisors in most lines",
      "Cannot run without them",
    ],
  ),
} as const satisfies Record<string, FieldSpec>;
