/** One value of a closed vocabulary, in the words that every page, file and answer uses. */
export interface Term {
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

/**
 * A closed list of values. `steps` are in order where `ordered` is true; `asides` stand beside the
 * order (stalled, not applicable) and are neither higher nor lower than any step.
 */
export interface Vocabulary {
  readonly ordered: boolean;
  readonly steps: readonly Term[];
  readonly asides: readonly Term[];
}

const term = <V extends string>(value: V, label: string, definition: string) =>
  ({ value, label, definition }) as const;

/** Every closed vocabulary of the register, keyed by the name that the field catalogue uses. */
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
      term("site", "Site", "The marker stands on the zone's own ground."),
      term("town", "Town", "The marker stands on the nearest named town or estate."),
      term("district", "District", "The marker stands on the seat of the district."),
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
        "A public body and a private one develop it together.",
      ),
    ],
    asides: [],
  },
  zoneType: {
    ordered: false,
    steps: [
      term("multi-enterprise", "Multi-enterprise", "Plots for many firms."),
      term("sole-enterprise", "Sole-enterprise", "One firm is the zone."),
      term("technology-park", "Technology park", "Offices and laboratories for many firms."),
    ],
    asides: [],
  },
  rationale: {
    ordered: false,
    steps: [
      term("logistics", "Logistics", "Chosen for a road, rail or border crossing."),
      term("port", "Port", "Chosen for a sea port."),
      term("industrial-cluster", "Industrial cluster", "Chosen for the industry already near."),
      term(
        "regional-development",
        "Regional development",
        "Chosen to bring work to a poorer region.",
      ),
    ],
    asides: [],
  },
  cohort: {
    ordered: false,
    steps: [
      term("original-7", "Original seven", "Approved before the expansion that began in 2019."),
      term("added-37", "Added since", "Evidenced as one of the 37 approved since 2019."),
      term(
        "unconfirmed",
        "Unconfirmed",
        "Named somewhere as a zone, but its federal approval is not evidenced.",
      ),
    ],
    asides: [],
  },
  cpecStatus: {
    ordered: false,
    steps: [
      term("priority-four", "Priority four", "One of the four CPEC zones to be built first."),
      term("cpec-nine", "CPEC nine", "One of the nine zones agreed under CPEC in 2016."),
      term(
        "outside-cpec",
        "Outside CPEC",
        "Approved under the Act, outside the CPEC list of nine.",
      ),
    ],
    asides: [],
  },
  legalStatus: {
    ordered: true,
    steps: [
      term("identified", "Identified", "A site is named; nothing has been applied for."),
      term("applied", "Applied", "An application for SEZ status is with the authorities."),
      term("approved", "Approved", "The federal approvals committee or board approved the zone."),
      term("notified", "Notified", "The zone is notified in the official gazette."),
      term("developer-bound", "Developer bound", "A development agreement binds a developer."),
    ],
    asides: [
      term("suspended", "Suspended", "The status is suspended."),
      term("denotified", "Denotified", "The notification was withdrawn."),
    ],
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
        "A source says that no work has begun. Silence is unknown, not this.",
      ),
      term(
        "under-development",
        "Under development",
        "Contractors or earthworks are on site; a foundation stone, an MoU, financing or a ribbon is not enough.",
      ),
      term(
        "serviced",
        "Serviced",
        "Power, water and internal roads reach at least part of the plots.",
      ),
      term(
        "partially-operational",
        "Partly operational",
        "At least one firm produces in the zone.",
      ),
      term(
        "operational",
        "Operational",
        "At least five firms produce (in a sole-enterprise zone: its firm does), or a source that is not official calls the zone functioning.",
      ),
    ],
    asides: [
      term("stalled", "Stalled", "A source says that work has stopped."),
      term(
        "stalled-inferred",
        "Stalled, inferred",
        "No claim newer than two years on a zone below partly operational; proposed by the tracker, set only by an analyst.",
      ),
      term("cancelled", "Cancelled", "A source says that the zone was given up."),
    ],
  },
  indicator: {
    ordered: true,
    steps: [
      term("none", "None", "A source says that there is nothing."),
      term("planned", "Planned", "Planned, approved or financed, not begun."),
      term("under-construction", "Under construction", "Being built or set up."),
      term("partial", "Partial", "There for part of the zone, or in part."),
      term("available", "Available", "There for the whole zone."),
    ],
    asides: [
      term(
        "not-applicable",
        "Not applicable",
        "The zone has no need of it; its weight leaves the total.",
      ),
    ],
  },
  tenancyStage: {
    ordered: true,
    steps: [
      term("mou", "MoU", "A memorandum or letter of intent."),
      term("applied", "Applied", "Applied for entry to the zone."),
      term("admitted", "Admitted", "Admitted as a zone enterprise."),
      term("plot-allotted", "Plot allotted", "Holds a plot in the zone."),
      term("building", "Building", "Builds on its plot."),
      term("producing", "Producing", "Produces in the zone."),
      term("exporting", "Exporting", "Exports from the zone."),
    ],
    asides: [term("exited", "Exited", "Left the zone or gave the project up.")],
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

/** The label of a value of a closed vocabulary; an unlisted value is returned as it is. */
export function getLabel(key: VocabularyKey, value: string): string {
  return listTerms(key).find((t) => t.value === value)?.label ?? value;
}

/** The step (0-based) of a value in an ordered vocabulary; null for asides, unlisted values and unordered vocabularies. */
export function getStep(key: VocabularyKey, value: unknown): number | null {
  const vocabulary: Vocabulary = VOCABULARIES[key];
  if (!vocabulary.ordered) return null;
  const step = vocabulary.steps.findIndex((t) => t.value === value);
  return step < 0 ? null : step;
}
