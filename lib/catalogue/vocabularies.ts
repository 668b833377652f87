/** One value of a closed vocabulary, with the words that pages, files and the API use for it. */
export interface Term {
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

/**
 * A closed list of values. If `ordered` is true, `steps` go from lowest to highest, and `asides` (stalled,
 * not applicable) are outside that order: neither higher nor lower than any step.
 */
export interface Vocabulary {
  readonly ordered: boolean;
  readonly steps: readonly Term[];
  readonly asides: readonly Term[];
  /** Lower steps that a step includes: a firm that exports also produces. Absent: none. */
  readonly includes?: Readonly<Record<string, readonly string[]>>;
  /** Values that say that something ended or stopped: a report of them is confirmed, as a step up is. Absent: none. */
  readonly ends?: readonly string[];
  /** Values that editors conclude and no source states. Absent: none. */
  readonly inferred?: readonly string[];
  /** Words that values had before: recorded claims, old addresses and old files have them. Absent: none. */
  readonly former?: Readonly<Record<string, string>>;
}

const term = <V extends string>(value: V, label: string, definition: string) =>
  ({ value, label, definition }) as const;

/** Every closed vocabulary, by the name that the field catalogue uses. */
export const VOCABULARIES = {
  province: {
    ordered: false,
    steps: [
      term("punjab", "Punjab", "Province."),
      term("sindh", "Sindh", "Province."),
      term(
        "khyber-pakhtunkhwa",
        "Khyber Pakhtunkhwa",
        "Province, with the former tribal areas merged in 2018.",
      ),
      term("balochistan", "Balochistan", "Province."),
      term("islamabad", "Islamabad", "Federal capital territory."),
      term(
        "gilgit-baltistan",
        "Gilgit-Baltistan",
        "Administered by Pakistan; the status of Jammu and Kashmir is disputed and the tracker takes no side.",
      ),
      term(
        "azad-jammu-kashmir",
        "Azad Jammu and Kashmir",
        "Administered by Pakistan; the status of Jammu and Kashmir is disputed and the tracker takes no side.",
      ),
    ],
    asides: [],
  },
  locationPrecision: {
    ordered: false,
    steps: [
      term("site", "Site", "The marker is on the zone itself."),
      term("town", "Town", "The marker is on the nearest named town or estate."),
      term("district", "District", "The marker is on the main town of the district."),
    ],
    asides: [],
  },
  developerType: {
    ordered: false,
    steps: [
      term("public", "Public", "A public body develops the zone."),
      term("private", "Private", "A private company develops the zone."),
      term(
        "public-private",
        "Public-private",
        "A public body and a private company develop the zone together.",
      ),
    ],
    asides: [],
  },
  zoneType: {
    ordered: false,
    steps: [
      term("multi-enterprise", "Multi-enterprise", "Plots for many firms."),
      term("sole-enterprise", "Sole-enterprise", "The whole zone belongs to one firm."),
      term("technology-park", "Technology park", "Offices and laboratories for many firms."),
    ],
    asides: [],
  },
  rationale: {
    ordered: false,
    steps: [
      term("logistics", "Logistics", "Chosen for a road, rail or border crossing."),
      term("port", "Port", "Chosen for a sea port."),
      term("industrial-cluster", "Industrial cluster", "Chosen for the industry already nearby."),
      term(
        "regional-development",
        "Regional development",
        "Chosen to bring jobs to a poorer region.",
      ),
    ],
    asides: [],
  },
  cohort: {
    ordered: false,
    steps: [
      term("original-7", "Original seven", "Approved before the expansion that began in 2019."),
      term("added-37", "Added since 2019", "Confirmed as one of the 37 zones approved since 2019."),
      term(
        "unconfirmed",
        "Not confirmed",
        "Named in a source as a zone, but its federal approval is not confirmed.",
      ),
    ],
    asides: [],
  },
  cpecStatus: {
    ordered: false,
    steps: [
      term("priority-four", "Priority four", "One of the 4 CPEC zones to be built first."),
      term("cpec-nine", "CPEC nine", "One of the 9 zones agreed under CPEC in 2016."),
      term(
        "outside-cpec",
        "Outside CPEC",
        "Approved under the SEZ Act, outside the CPEC list of 9.",
      ),
    ],
    asides: [],
  },
  legalStatus: {
    ordered: true,
    steps: [
      term("identified", "Identified", "A site is named, but no application has been made."),
      term("applied", "Applied", "The authorities have an application for SEZ status."),
      term(
        "approved",
        "Approved",
        "The federal approvals committee or board has approved the zone.",
      ),
      term("notified", "Notified", "The official gazette has published the zone."),
      term(
        "developer-bound",
        "Developer contracted",
        "A developer has signed the development agreement.",
      ),
    ],
    asides: [
      term("suspended", "Suspended", "The legal status is suspended."),
      term("denotified", "Denotified", "The notification was withdrawn."),
    ],
    ends: ["suspended", "denotified"],
  },
  landLease: {
    ordered: true,
    steps: [
      term("policy-approved", "Policy approved", "The land-lease policy covers the zone."),
      term("under-negotiation", "Under negotiation", "A lease is being negotiated."),
      term("signed", "Signed", "A lease is signed."),
    ],
    asides: [],
  },
  status: {
    ordered: true,
    steps: [
      term(
        "not-started",
        "Not started",
        "A source says that no work has begun. Without a report, progress is unknown.",
      ),
      term(
        "under-development",
        "Under development",
        "Contractors or earthworks are on site. A foundation stone, a memorandum, financing or an inauguration is not enough.",
      ),
      term(
        "serviced",
        "Serviced",
        "Power, water and internal roads reach at least part of the plots.",
      ),
      term(
        "partially-operational",
        "Partly operational",
        "At least 1 firm is producing in the zone.",
      ),
      term(
        "operational",
        "Operational",
        "At least 5 firms are producing (in a sole-enterprise zone, its one firm), or a source that is not official says that the zone works.",
      ),
    ],
    asides: [
      term(
        "idle",
        "Idle",
        "Firms produced in the zone, a source says that they stopped, and no other producer is known.",
      ),
      term("stalled", "Stalled", "A source says that work has stopped."),
      term(
        "stalled-inferred",
        "Stalled (inferred)",
        "No report for 2 years on a zone that is not yet partly operational. The tracker proposes it; only an analyst sets it.",
      ),
      term("cancelled", "Cancelled", "A source says that the zone was abandoned."),
    ],
    ends: ["idle", "stalled", "cancelled"],
    inferred: ["stalled-inferred"],
  },
  powerNeededBasis: {
    ordered: false,
    steps: [
      term("first-phase", "First phase", "The first phase of the zone."),
      term("full-build-out", "Whole zone", "The whole zone when every plot is used."),
    ],
    asides: [],
  },
  indicator: {
    ordered: true,
    steps: [
      // Not “none”, which pandas, R and YAML read as an empty cell.
      term("absent", "Absent", "A source says that there is none."),
      term("planned", "Planned", "Planned, approved or financed, but not started."),
      term("under-construction", "Under construction", "Being built or set up."),
      term("partial", "Partial", "Available in part of the zone, or in part."),
      term("available", "Available", "Available in the whole zone."),
    ],
    asides: [
      term(
        "not-applicable",
        "Not applicable",
        "The zone does not need it, so it does not count in the score.",
      ),
    ],
    former: { none: "absent" },
  },
  tenancyStage: {
    ordered: true,
    steps: [
      term("mou", "MoU", "Memorandum of understanding or letter of intent."),
      term("applied", "Applied", "The firm has applied to enter the zone."),
      term("admitted", "Admitted", "The firm is admitted as a zone enterprise."),
      term("plot-allotted", "Plot allotted", "The firm has a plot in the zone."),
      term("building", "Building", "The firm is building on its plot."),
      term("producing", "Producing", "The firm is producing in the zone."),
      term("exporting", "Exporting", "The firm is exporting from the zone."),
    ],
    asides: [
      term("closed", "Closed", "The firm produced in the zone and stopped."),
      term("exited", "Exited", "The firm left the zone or gave up the project before it produced."),
    ],
    includes: { exporting: ["producing"] },
  },
} as const satisfies Record<string, Vocabulary>;

/** Name of a closed vocabulary. */
export type VocabularyKey = keyof typeof VOCABULARIES;

type TermOf<V> = V extends {
  readonly steps: readonly (infer S)[];
  readonly asides: readonly (infer A)[];
}
  ? S | A
  : never;

/** The values of one closed vocabulary, steps and asides. */
export type VocabularyValue<K extends VocabularyKey> = Extract<
  TermOf<(typeof VOCABULARIES)[K]>,
  Term
>["value"];

/** Every term of a vocabulary: steps in their order, then asides. */
export function listTerms(key: VocabularyKey): readonly Term[] {
  const vocabulary: Vocabulary = VOCABULARIES[key];
  return [...vocabulary.steps, ...vocabulary.asides];
}

/** Is a word a value of a vocabulary? */
export function isTerm<K extends VocabularyKey>(key: K, word: string): word is VocabularyValue<K> {
  return listTerms(key).some(({ value }) => value === word);
}

/** The value that a word names: the word itself, or the value that took its place. */
export function renewTerm(key: VocabularyKey, word: string): string {
  const { former = {} }: Vocabulary = VOCABULARIES[key];
  return Object.hasOwn(former, word) ? (former[word] ?? word) : word;
}

/** The words that a value of a vocabulary had before. */
export function listFormerWords(key: VocabularyKey, value: string): readonly string[] {
  const { former = {} }: Vocabulary = VOCABULARIES[key];
  return Object.keys(former).filter((word) => former[word] === value);
}

/** The terms of a field with a vocabulary, with the field's own labels where it has them. */
export function listFieldTerms({
  vocabulary,
  labels = {},
}: {
  readonly vocabulary: VocabularyKey;
  readonly labels?: Readonly<Record<string, string>>;
}): readonly Term[] {
  return listTerms(vocabulary).map((term) => ({
    ...term,
    label: labels[term.value] ?? term.label,
  }));
}

/** The label of a value of a closed vocabulary. An unlisted value is returned as it is. */
export function getLabel(key: VocabularyKey, value: string): string {
  return listTerms(key).find((t) => t.value === value)?.label ?? value;
}

/** Does one step of a vocabulary include another, so that a later report of the other does not contradict it? */
export function includesStep(key: VocabularyKey, higher: unknown, lower: unknown): boolean {
  const { includes = {} }: Vocabulary = VOCABULARIES[key];
  return (
    typeof higher === "string" &&
    typeof lower === "string" &&
    (includes[higher] ?? []).includes(lower)
  );
}

/** The step of a value in an ordered vocabulary, from 0. Null for an aside, an unlisted value or an unordered vocabulary. */
export function getStep(key: VocabularyKey, value: unknown): number | null {
  const vocabulary: Vocabulary = VOCABULARIES[key];
  if (!vocabulary.ordered) return null;
  const step = vocabulary.steps.findIndex((t) => t.value === value);
  return step < 0 ? null : step;
}
