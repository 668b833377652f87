import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { isZoneField } from "@/lib/catalogue/fields";
import { pickFields } from "@/lib/evidence/row";
import { getTablePage, type ListPage, type ListParams } from "@/lib/query/list-page";
import type { SortTerm } from "@/lib/query/query";
import { INDICATORS } from "@/lib/readiness/indicators";
import {
  type FirstOf,
  listQuestionGroups,
  type QuestionGroup,
} from "@/lib/readiness/open-questions";
import { byConfirmedScore } from "@/lib/readiness/readiness";
import { buildShortlist } from "@/lib/readiness/threshold";
import type { ScoredZone, ZoneScores } from "@/lib/readiness/zone-scores";
import { describeLeaders, describeScores } from "@/lib/text/readiness-words";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";

/** What the page shows of the scores: a page of the zones, and what is said of all of them. */
export interface ShownScores {
  readonly list: ListPage<ScoredZone>;
  readonly title: string;
  readonly summary: string;
  /** The first three, for screen readers. */
  readonly leaders: string;
  /** The zone of the highest confirmed score; null: none has a score. */
  readonly lead: ScoredZone | null;
  readonly shortlist: ShownShortlist;
  readonly questions: ShownQuestions;
}

/** The groups of the shortlist. */
export const SHORTLIST_GROUPS = ["certainly", "possibly", "below"] as const;
/** A group of the shortlist. */
export type ShortlistGroup = (typeof SHORTLIST_GROUPS)[number];

/** The zones by a threshold: of each group the first, with their number. */
export interface ShownShortlist
  extends Readonly<
    Record<ShortlistGroup, { readonly zones: readonly ScoredZone[]; readonly count: number }>
  > {
  /** Zones without a score. */
  readonly unmeasured: number;
}

/** Open questions with their zones: the first, with the number of all. */
export interface ShownQuestions {
  readonly shown: readonly {
    readonly group: QuestionGroup;
    readonly zone: ScoredZone | undefined;
  }[];
  readonly count: number;
}

/** Zones of a group of the shortlist; the list of the page can begin with all of them. */
const MOST_IN_GROUP = 60;
/** Open questions that the server sends: those that the page shows first. */
export const FIRST_QUESTIONS = 9;

/** The open questions about scored zones. @param most how many are needed; absent: all */
export function listQuestions(
  { zones, weights }: Pick<ZoneScores, "zones" | "weights">,
  asOf: Day,
  most?: number,
): FirstOf<QuestionGroup> {
  const rows = zones.map(({ row }) => row).sort((a, b) => a.order - b.order);
  return listQuestionGroups(rows, weights, asOf, most);
}

/** What is shown of the scores. */
export function showScores(
  text: Text,
  scores: ZoneScores,
  questions: FirstOf<QuestionGroup>,
  { threshold, page }: { threshold: number; page: ListParams["page"] },
): ShownScores {
  const { zones } = scores;
  const byScore = [...zones].sort((a, b) => byConfirmedScore(a.readiness, b.readiness));
  const [lead] = byScore;
  const bySlug = new Map(zones.map((zone) => [zone.slug, zone]));
  const { unmeasured, ...groups } = buildShortlist(byScore, threshold);
  const cut = (group: readonly ScoredZone[]) => ({
    zones: group.slice(0, MOST_IN_GROUP),
    count: group.length,
  });
  return {
    list: getTablePage(zones, page),
    ...describeScores(text, scores, threshold),
    leaders: describeLeaders(text, scores),
    lead: lead === undefined || lead.readiness === null ? null : lead,
    shortlist: {
      certainly: cut(groups.certainly),
      possibly: cut(groups.possibly),
      below: cut(groups.below),
      unmeasured: unmeasured.length,
    },
    questions: {
      shown: questions.first.map((group) => ({ group, zone: bySlug.get(group.slug) })),
      count: questions.count,
    },
  };
}

/** Fields that the page displays, besides the indicators. */
const DISPLAYED = [
  ...(["name", "province", "status", "zoneType"] as const),
  ...(["cohort", "candidateForRemainder", "cpecStatus"] as const),
] satisfies readonly ZoneFieldKey[];

/** The scores as the server sends them for the first view: rows have only the fields that the page displays or sorts by. */
export function showFirstScores(
  text: Text,
  scores: ZoneScores,
  {
    asOf,
    sort,
    ...chosen
  }: {
    threshold: number;
    page: ListParams["page"];
    asOf: Day;
    sort: readonly SortTerm[];
  },
): ShownScores {
  const fields = [
    ...DISPLAYED,
    ...INDICATORS,
    ...sort.map(({ key }) => key).filter((key) => isZoneField(key)),
  ];
  const zones = scores.zones.map((zone) => ({ ...zone, row: pickFields(zone.row, fields) }));
  const questions = listQuestions(scores, asOf, FIRST_QUESTIONS);
  return showScores(text, { ...scores, zones }, questions, chosen);
}
