import { BLOCK_INDICATORS, type FieldKey } from "../catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS } from "../catalogue/groups";
import type { Source } from "../evidence/ledger-records";
import { TARGET_CONDITIONS } from "../targets/targets";
import {
  listDisputed,
  listDueTargets,
  listImplied,
  listQuestions,
  listStale,
  type RegistryInput,
} from "./registry-work";
import {
  type CheckedLink,
  canBeDone,
  type OpenCorrection,
  type WaitingReports,
  WORK_KINDS,
  type WorkItem,
  type WorkKind,
  type WorkOf,
  workKey,
} from "./work-item";

/** Everything that work comes from. */
export interface WorkInput extends RegistryInput {
  /** As known today. */
  readonly sources: readonly Source[];
  /** The latest check of each link. */
  readonly links: readonly CheckedLink[];
  readonly corrections: readonly OpenCorrection[];
  readonly waiting: readonly WaitingReports[];
}

/** Sources whose link no longer works; a link that was changed since counts as not checked. */
function listDeadLinks({ sources, links }: WorkInput): WorkOf<"dead-link">[] {
  const checked = new Map(links.map((link) => [link.sourceId, link]));
  return sources.flatMap(({ id, title, url, archivedUrl }): WorkOf<"dead-link">[] => {
    const link = checked.get(id);
    if (url === null || link?.url !== url || link.result !== "dead") return [];
    return [
      {
        kind: "dead-link",
        key: workKey("dead-link", id),
        cause: url.slice(0, 400),
        zone: null,
        tenancy: null,
        field: null,
        // A source without a kept copy can be lost.
        worth: archivedUrl === null ? 1 : 0,
        sourceId: id,
        title,
        url,
        status: link.status,
        checkedAt: link.checkedAt,
        hasCopy: archivedUrl !== null,
      },
    ];
  });
}

/** Corrections without an answer, the oldest first. */
function listCorrections({ corrections, registry }: WorkInput): WorkOf<"correction">[] {
  return corrections.map(({ id, message, sentAt, page, zone, tenancy, field }) => {
    const firm = registry.zones
      .find(({ slug }) => slug === zone)
      ?.tenancies.find((known) => known.tenancy.id === tenancy)?.tenancy.firm;
    return {
      kind: "correction",
      key: workKey("correction", id),
      cause: "open",
      zone,
      tenancy: tenancy !== null && firm !== undefined ? { id: tenancy, firm } : null,
      field,
      worth: -Date.parse(sentAt),
      id,
      message,
      sentAt,
      page,
    };
  });
}

/** Reports that wait for another person, the oldest first. */
function listWaiting({ waiting }: WorkInput): WorkOf<"review">[] {
  return waiting.map(({ id, author, round, zones, claims, sentAt }) => ({
    kind: "review",
    key: workKey("review", id),
    cause: `round ${round}`,
    zone: zones.length === 1 ? (zones[0] ?? null) : null,
    tenancy: null,
    field: null,
    worth: -Date.parse(sentAt),
    id,
    author,
    claims,
    sentAt,
  }));
}

/**
 * Where work comes from, one entry a kind: a pure function of the registry or of the rows of a small table. Another
 * kind needs its entry here, its facts in `work-item.ts` and its words in the messages `queue`.
 */
const WORK_SOURCES: { readonly [K in WorkKind]: (input: WorkInput) => readonly WorkOf<K>[] } = {
  correction: listCorrections,
  review: listWaiting,
  disputed: listDisputed,
  target: listDueTargets,
  implied: listImplied,
  question: listQuestions,
  "dead-link": listDeadLinks,
  stale: listStale,
};

/** Of 100 points of a score, those of each indicator. */
const POINTS = new Map<FieldKey, number>(
  BLOCKS.flatMap((block) => {
    const fields = BLOCK_INDICATORS[block];
    return fields.map((field) => [field, BLOCK_WEIGHTS[block] / fields.length] as const);
  }),
);

/**
 * How much an answer to an item can change, in points of a zone's score. Above all of them: what somebody waits for, then
 * legal status and progress, which the counts of the home page depend on. 0: it changes no score.
 */
export function getEffect(item: WorkItem): number {
  if (!canBeDone(item)) return Number.POSITIVE_INFINITY;
  if (item.kind === "question") return item.worth;
  const field = item.kind === "target" ? TARGET_CONDITIONS[item.target].field : item.field;
  if (field === "status" || field === "legalStatus") return 100;
  return field === null ? 0 : (POINTS.get(field) ?? 0);
}

/** All work in the order of the queue: by what it changes, then by kind, then by worth. */
export function listWork(input: WorkInput): readonly WorkItem[] {
  const work = WORK_KINDS.flatMap((kind): WorkItem[] =>
    [...WORK_SOURCES[kind](input)].sort((a, b) => b.worth - a.worth),
  );
  const effects = new Map(work.map((item) => [item, getEffect(item)]));
  const effectOf = (item: WorkItem) => effects.get(item) ?? 0;
  // Infinity less infinity is no number.
  return work.sort((a, b) => (effectOf(a) === effectOf(b) ? 0 : effectOf(b) - effectOf(a)));
}
