/** The terms of the glossary, in the order in which one explains the next. */
export const GLOSSARY_KEYS = [
  "evidence",
  "report",
  "source",
  "origin",
  "confidence",
  "support",
  "weakEvidence",
  "decline",
  "searchedTo",
  "confirmed",
  "unknown",
  "disputed",
  "resolved",
  "preferred",
  "notUsed",
  "withdrawn",
  "outOfDate",
  "inferred",
  "announced",
  "approvalConfirmed",
  "candidate",
  "cpecNine",
  "priorityFour",
  "scope",
  "legalStatus",
  "progressOnSite",
  "standing",
  "since",
  "lastReported",
  "impliedStep",
  "target",
  "firmInZone",
  "producing",
  "producer",
  "readiness",
  "indicator",
  "weight",
  "confirmedScore",
  "possibleScore",
  "impliedBound",
  "dataCompleteness",
  "dependence",
  "notApplicable",
  "revision",
  "release",
  "method",
  "gwadarFreeZone",
  "exportProcessingZone",
  "specialTechnologyZone",
  "provincialZone",
] as const;

/** Key of a term of the glossary. */
export type GlossaryKey = (typeof GLOSSARY_KEYS)[number];

/** A term that means one thing on every page, in the API, in files and in the code. */
interface GlossaryTerm {
  readonly label: string;
  /** One or two sentences. */
  readonly definition: string;
  readonly related: readonly GlossaryKey[];
  /** Its names in the API: parameters, properties and values. */
  readonly api: readonly string[];
  /** The columns of the files that hold it, as `file:column`. */
  readonly columns: readonly `${string}.csv:${string}`[];
  /** The page that shows it; absent: the tracker itself decides it. */
  readonly source?: { readonly title: string; readonly url: string };
}

/** Zones that readers look for and that are not in the registry have no name in the API. */
const NOT_LISTED = { api: [], columns: [] } as const;

/** The glossary in English. Another language gives its own label and definition for each key. */
export const GLOSSARY: Readonly<Record<GlossaryKey, GlossaryTerm>> = {
  evidence: {
    label: "Evidence",
    definition: "All the reports that say something about a fact, with their sources and dates.",
    related: ["report", "source", "confirmed"],
    api: ["claims", "rivals"],
    columns: ["claims.csv:id"],
  },
  report: {
    label: "Report",
    definition:
      "A source says that a fact had a value on a date. The API, the files and the code call it a claim.",
    related: ["evidence", "source", "origin"],
    api: ["claimId", "claims"],
    columns: ["claims.csv:id", "changes.csv:claimId"],
  },
  source: {
    label: "Source",
    definition: "The document or page that a report comes from, with its publisher and date.",
    related: ["report", "origin"],
    api: ["sourceId", "sources"],
    columns: ["sources.csv:id", "claims.csv:sourceId"],
  },
  origin: {
    label: "Type of source",
    definition:
      "Who makes the report: a government body, the zone’s developer, a firm in the zone or an independent source. A report can also be inferred.",
    related: ["source", "inferred", "confidence"],
    api: ["origin", "official", "developer", "independent", "tenant"],
    columns: ["claims.csv:origin"],
  },
  confidence: {
    label: "Confidence",
    definition: "How far we trust a report: high, medium or low.",
    related: ["report", "origin"],
    api: ["confidence"],
    columns: ["claims.csv:confidence"],
  },
  support: {
    label: "Support",
    definition:
      "How well a value is evidenced: it is independently confirmed if a source without a stake in the zone agrees; if not, 2 or more publishers agree or only 1 source reports it. Each publisher counts once.",
    related: ["weakEvidence", "confidence", "origin"],
    api: ["support", "single", "corroborated", "independent"],
    columns: [],
  },
  weakEvidence: {
    label: "Weak evidence",
    definition:
      "The report has low confidence, and no report of another type or with more confidence agrees. The value is shown with a mark, and does not count as known in the readiness score.",
    related: ["support", "confidence", "dataCompleteness"],
    api: ["weak"],
    columns: [],
  },
  decline: {
    label: "Decline",
    definition:
      "The source says that a value fell or ended, such as a plant that closed. An older, higher value is then history and does not contradict it.",
    related: ["disputed", "report"],
    api: ["decline"],
    columns: [],
  },
  searchedTo: {
    label: "Searched to",
    definition:
      "The last day for which we searched for evidence, on a zone or on any of several. After it, no report means that nobody searched, so ages are counted only up to it.",
    related: ["outOfDate", "unknown"],
    api: ["searchedTo", "lastSearchedOn"],
    columns: ["zones.csv:lastSearchedOn"],
  },
  confirmed: {
    label: "Confirmed",
    definition: "At least one valid report supports the fact.",
    related: ["evidence", "unknown", "approvalConfirmed"],
    api: ["evidenced"],
    columns: ["claims.csv:standing"],
  },
  unknown: {
    label: "Unknown",
    definition: "No valid report gives a value. Unknown does not mean none, no or 0.",
    related: ["confirmed", "dataCompleteness", "notApplicable"],
    api: [],
    columns: [],
  },
  disputed: {
    label: "Disputed",
    definition: "Another valid report contradicts the value that we show.",
    related: ["resolved", "evidence"],
    api: ["contested", "contradicts", "mark"],
    columns: ["claims.csv:contradicts"],
  },
  resolved: {
    label: "Resolved",
    definition:
      "Reports contradict each other, and an editor chose one of them and gave the reason. The others are not used.",
    related: ["disputed", "preferred", "notUsed"],
    api: ["settled", "mark", "reason"],
    columns: ["claims.csv:reason"],
  },
  preferred: {
    label: "Preferred",
    definition: "An editor chose this report over the others and gave the reason.",
    related: ["resolved", "notUsed"],
    api: ["preferred", "decision"],
    columns: ["claims.csv:decision"],
  },
  notUsed: {
    label: "Not used",
    definition:
      "The report is kept but does not count, because an editor preferred another one or found this one unreliable.",
    related: ["preferred", "withdrawn"],
    api: ["set-aside", "deprecated", "standing"],
    columns: ["claims.csv:standing", "claims.csv:decision"],
  },
  withdrawn: {
    label: "Withdrawn",
    definition: "The report was recorded by mistake and does not count. It stays in the history.",
    related: ["notUsed", "revision"],
    api: ["retracted", "decision"],
    columns: ["claims.csv:decision"],
  },
  outOfDate: {
    label: "Out of date",
    definition: "The latest report of a value that changes over time is more than 2 years old.",
    related: ["evidence", "unknown"],
    api: ["freshFor", "went-silent", "statusAge"],
    columns: ["claims.csv:effectiveOn"],
  },
  inferred: {
    label: "Inferred",
    definition: "The tracker concludes it from other facts. No source says it directly.",
    related: ["origin", "report"],
    api: ["inference", "stalled-inferred"],
    columns: ["claims.csv:origin"],
  },
  announced: {
    label: "Announced",
    definition:
      "The zones that the government counts in its total of 44: those with a confirmed approval, and the candidates for the rest.",
    related: ["approvalConfirmed", "candidate", "scope"],
    api: ["announced"],
    columns: [],
  },
  approvalConfirmed: {
    label: "Approval confirmed",
    definition: "A source names the zone as federally approved.",
    related: ["announced", "candidate", "legalStatus"],
    api: ["evidenced", "cohort"],
    columns: ["zones.csv:cohort"],
  },
  candidate: {
    label: "Candidate",
    definition:
      "A zone that may be one of the approved zones that no source names. Its approval is not confirmed.",
    related: ["announced", "approvalConfirmed"],
    api: ["candidateForRemainder"],
    columns: ["zones.csv:candidateForRemainder"],
  },
  cpecNine: {
    label: "CPEC zones",
    definition:
      "The 9 zones that Pakistan and China agreed in 2016 under the China-Pakistan Economic Corridor (CPEC).",
    related: ["priorityFour", "scope"],
    api: ["cpec-nine", "cpecStatus"],
    columns: ["zones.csv:cpecStatus"],
  },
  priorityFour: {
    label: "Priority zones",
    definition: "The 4 CPEC zones that are to be built first.",
    related: ["cpecNine", "scope"],
    api: ["priority-four", "cpecStatus"],
    columns: ["zones.csv:cpecStatus"],
  },
  scope: {
    label: "Scope",
    definition: "Which zones a page, a file or an answer counts, before any filter.",
    related: ["announced", "approvalConfirmed", "cpecNine", "priorityFour"],
    api: ["scope"],
    columns: [],
  },
  legalStatus: {
    label: "Legal status",
    definition:
      "How far a zone has come in law, from identified to developer contracted. It says nothing about construction.",
    related: ["progressOnSite", "approvalConfirmed"],
    api: ["legalStatus"],
    columns: ["zones.csv:legalStatus"],
  },
  progressOnSite: {
    label: "Progress on site",
    definition:
      "How far construction, services and production have come, from not started to operational.",
    related: ["legalStatus", "producing", "target"],
    api: ["status"],
    columns: ["zones.csv:status"],
  },
  standing: {
    label: "Standing",
    definition:
      "How far a zone is, in 6 groups: its progress on site, and whether a named firm was reported producing in the last 730 days. Zones are listed in this order.",
    related: ["progressOnSite", "producer", "lastReported"],
    api: ["standing"],
    columns: ["zones.csv:standing"],
  },
  since: {
    label: "Since at least",
    definition:
      "The first day from which the evidence shows a step of progress without a break. It may have begun earlier.",
    related: ["progressOnSite", "lastReported"],
    api: ["progressSince"],
    columns: ["zones.csv:progressSince"],
  },
  lastReported: {
    label: "Last reported",
    definition: "The date of the newest report of a step of progress or of a further one.",
    related: ["since", "outOfDate"],
    api: ["progressLastReported"],
    columns: ["zones.csv:progressLastReported"],
  },
  impliedStep: {
    label: "Implied step",
    definition:
      "A step of progress that the zone’s producers imply and no report on the zone itself says: partly operational with 1 producer, operational with 5.",
    related: ["progressOnSite", "producer"],
    api: ["progressImplied"],
    columns: ["zones.csv:progressImplied"],
  },
  target: {
    label: "Target",
    definition:
      "An announced date for electricity, gas, the first phase or operation. It is met when the facts show it by that date.",
    related: ["progressOnSite", "report"],
    api: ["targetElectricity", "targetGas", "targetPhaseOne", "targetOperational"],
    columns: [
      "zones.csv:targetElectricity",
      "zones.csv:targetGas",
      "zones.csv:targetPhaseOne",
      "zones.csv:targetOperational",
    ],
  },
  firmInZone: {
    label: "Firm in a zone",
    definition:
      "A firm that a source names in a zone, from memorandum to export. The API, the files and the code call it a tenancy.",
    related: ["producing", "report"],
    api: ["tenancy", "tenancies", "tenancyStage"],
    columns: ["tenancies.csv:id", "tenancies.csv:tenancyStage"],
  },
  producing: {
    label: "Producing",
    definition: "A source reports that the firm makes its goods in the zone.",
    related: ["firmInZone", "progressOnSite"],
    api: ["enterprisesProducing", "producing"],
    columns: ["zones.csv:enterprisesProducing", "tenancies.csv:tenancyStage"],
  },
  producer: {
    label: "Producer",
    definition:
      "A named firm in a zone whose stage is producing or exporting, by a report that is not weak. It is recent if that was reported in the last 730 days.",
    related: ["producing", "impliedStep", "standing"],
    api: ["producers", "recentProducers"],
    columns: ["zones.csv:producers", "zones.csv:recentProducers"],
  },
  readiness: {
    label: "Readiness",
    definition:
      "A score from 0 to 100 for what a zone offers a firm: law and land, utilities, access, services, investors and resilience. It is a range while facts are unknown.",
    related: ["confirmedScore", "possibleScore", "dataCompleteness", "indicator", "weight"],
    api: ["readiness"],
    columns: ["zones.csv:readinessLow", "zones.csv:readinessHigh"],
  },
  indicator: {
    label: "Indicator",
    definition: "A fact that counts in the readiness score, such as electricity or land title.",
    related: ["readiness", "weight"],
    api: ["fields"],
    columns: [],
  },
  weight: {
    label: "Weight",
    definition:
      "How much a group of indicators counts in the readiness score. Readers can set their own weights.",
    related: ["readiness", "indicator"],
    api: ["weights", "blockWeight"],
    columns: [],
  },
  confirmedScore: {
    label: "Confirmed score",
    definition:
      "The readiness score from known facts alone: every unknown fact counts as the least that other evidence implies, or 0.",
    related: ["possibleScore", "readiness", "unknown"],
    api: ["low", "readinessMin", "certainly"],
    columns: ["zones.csv:readinessLow"],
  },
  possibleScore: {
    label: "Possible score",
    definition:
      "The readiness score if every unknown fact has the best value that the evidence allows.",
    related: ["confirmedScore", "readiness", "unknown"],
    api: ["high", "possibly"],
    columns: ["zones.csv:readinessHigh"],
  },
  impliedBound: {
    label: "Implied bound",
    definition:
      "What other evidence says about an indicator that is unknown or weak: where firms produce, roads must reach them. It moves the confirmed or the possible score, never the value shown.",
    related: ["confirmedScore", "possibleScore", "indicator"],
    api: ["impliedBy"],
    columns: [],
  },
  dataCompleteness: {
    label: "Data completeness",
    definition:
      "The share of a score that rests on known facts, from 0 to 100%. In the API and the files it is a number from 0 to 1.",
    related: ["readiness", "unknown"],
    api: ["coverage", "coverageMin"],
    columns: ["zones.csv:readinessCoverage"],
  },
  dependence: {
    label: "Dependence",
    definition:
      "How much a zone depends on Chinese partners in 6 dimensions, each from level 0 to 4.",
    related: ["unknown"],
    api: ["dependenceTechnology", "dependenceFinancial"],
    columns: ["zones.csv:dependenceTechnology", "zones.csv:dependenceFinancial"],
  },
  notApplicable: {
    label: "Not applicable",
    definition: "The zone does not need it, so it does not count in the score.",
    related: ["unknown", "indicator"],
    api: ["not-applicable"],
    columns: [],
  },
  revision: {
    label: "Revision",
    definition:
      "The number of a change to the evidence. Each change gets the next number, so any page can show what was known at an earlier one.",
    related: ["evidence", "release"],
    api: ["knownOn", "version"],
    columns: ["claims.csv:revision"],
  },
  release: {
    label: "Release",
    definition: "A fixed, numbered copy of all data. Its files are never edited.",
    related: ["revision", "method"],
    api: ["Release", "number"],
    columns: [],
  },
  method: {
    label: "Method",
    definition: "The numbered rules by which the tracker computes values and scores from reports.",
    related: ["readiness", "release"],
    api: ["method"],
    columns: [],
  },
  gwadarFreeZone: {
    label: "Gwadar Free Zone",
    definition:
      "Not in the list: it is a free zone of the Gwadar Port Authority with tax rules of its own, and not a zone under the Special Economic Zones Act 2012.",
    related: ["exportProcessingZone", "scope"],
    ...NOT_LISTED,
    source: {
      title: "The Nation, 11 August 2017",
      url: "https://nation.com.pk/business/11-Aug-2017/work-on-pilot-phase-to-be-completed-by-dec-minister",
    },
  },
  exportProcessingZone: {
    label: "Export processing zones",
    definition:
      "Not in the list: they come under the Export Processing Zones Authority Ordinance 1980, and not under the Special Economic Zones Act 2012.",
    related: ["gwadarFreeZone", "specialTechnologyZone", "scope"],
    ...NOT_LISTED,
    source: {
      title: "Export Processing Zones Authority Ordinance, 1980",
      url: "http://nasirlawsite.com/laws/epza.htm",
    },
  },
  specialTechnologyZone: {
    label: "Special technology zones",
    definition:
      "Not in the list: they come under the Special Technology Zones Authority Act 2021, and not under the Special Economic Zones Act 2012.",
    related: ["exportProcessingZone", "scope"],
    ...NOT_LISTED,
    source: {
      title: "Special Technology Zones Authority Act, 2021",
      url: "https://pakistanlawyer.com/2022/06/03/special-technology-zones-authority-act-2021-2/",
    },
  },
  provincialZone: {
    label: "Provincial economic zones",
    definition:
      "Not in the list: zones that a province runs without the status of a special economic zone, such as most industrial estates.",
    related: ["scope", "announced"],
    ...NOT_LISTED,
  },
};
