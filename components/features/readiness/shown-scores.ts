import { type PackedRow, unpackRow } from "@/lib/evidence/row";
import { getTablePage, type ListPage, type ListParams } from "@/lib/query/list-page";
import type { RankedRow } from "@/lib/query/select";
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
export interface ShownScores<Z = ScoredZone> {
  readonly list: ListPage<Z>;
  readonly title: string;
  readonly summary: string;
  /** The first three, for screen readers. */
  readonly leaders: string;
  /** The zone of the highest confirmed score; null: none has a score. */
  readonly lead: Z | null;
  readonly shortlist: ShownShortlist<Z>;
  readonly questions: ShownQuestions<Z>;
}

/** The groups of the shortlist. */
export const SHORTLIST_GROUPS = ["certainly", "possibly", "below"] as const;
/** A group of the shortlist. */
export type ShortlistGroup = (typeof SHORTLIST_GROUPS)[number];

/** The zones by a threshold: of each group all or the first, with their number. */
export interface ShownShortlist<Z = ScoredZone>
  extends Readonly<
    Record<ShortlistGroup, { readonly zones: readonly Z[]; readonly count: number }>
  > {
  /** Zones without a score. */
  readonly unmeasured: number;
}

/** Open questions with their zones: all or the first, with their number. */
export interface ShownQuestions<Z = ScoredZone> {
  readonly shown: readonly { readonly group: QuestionGroup; readonly zone: Z | undefined }[];
  readonly count: number;
}

/** Zones by confirmed score, highest first; those without a score last. */
function sortByScore(zones: readonly ScoredZone[]): ScoredZone[] {
  return [...zones].sort((a, b) => byConfirmedScore(a.readiness, b.readiness));
}

/** The shortlist of some zones. @param most zones of a group */
function listShortlist(
  zones: readonly ScoredZone[],
  threshold: number,
  most = Number.POSITIVE_INFINITY,
): ShownShortlist {
  const { certainly, possibly, below, unmeasured } = buildShortlist(sortByScore(zones), threshold);
  const cut = (group: readonly ScoredZone[]) => ({
    zones: group.slice(0, most),
    count: group.length,
  });
  return {
    certainly: cut(certainly),
    possibly: cut(possibly),
    below: cut(below),
    unmeasured: unmeasured.length,
  };
}

/** The open questions with their zones. */
function listQuestions(
  { first, count }: FirstOf<QuestionGroup>,
  zones: readonly ScoredZone[],
): ShownQuestions {
  const bySlug = new Map(zones.map((zone) => [zone.slug, zone]));
  return { shown: first.map((group) => ({ group, zone: bySlug.get(group.slug) })), count };
}

/** How much the server sends of what the browser does not compute: zones of a group, and open questions. */
const MOST_SENT = { zones: 30, questions: 99 } as const;

/** What is shown of the scores. @param mostZones of a group of the shortlist; absent: all */
export function showScores(
  text: Text,
  scores: ZoneScores,
  groups: FirstOf<QuestionGroup>,
  { threshold, page }: { threshold: number; page: ListParams["page"] },
  mostZones?: number,
): ShownScores {
  const { zones } = scores;
  const [lead] = sortByScore(zones);
  return {
    list: getTablePage(zones, page),
    ...describeScores(text, scores, threshold),
    leaders: describeLeaders(text, scores),
    lead: lead === undefined || lead.readiness === null ? null : lead,
    shortlist: listShortlist(zones, threshold, mostZones),
    questions: listQuestions(groups, zones),
  };
}

/** The scores as the server shows them, where the browser has not all zones. */
export function showServedScores(
  text: Text,
  scores: ZoneScores,
  { asOf, ...chosen }: { threshold: number; page: ListParams["page"]; asOf: Day },
): ShownScores {
  const rows = scores.zones.map(({ row }) => row).sort((a, b) => a.order - b.order);
  const groups = listQuestionGroups(rows, scores.weights, asOf, MOST_SENT.questions);
  return showScores(text, scores, groups, chosen, MOST_SENT.zones);
}

/** A zone with its scores as it is sent, with the known values of its row. */
export interface PackedZone extends Omit<ScoredZone, "row"> {
  readonly row: PackedRow;
}

/** The scores with zones in another form; a zone that is shown twice stays one. */
function mapZones<A extends { readonly slug: string }, B>(
  shown: ShownScores<A>,
  change: (zone: A) => B,
): ShownScores<B> {
  const changed = new Map<string, B>();
  const to = (zone: A): B => {
    const known = changed.get(zone.slug) ?? change(zone);
    changed.set(zone.slug, known);
    return known;
  };
  const { list, lead, shortlist, questions } = shown;
  const group = ({ zones, count }: ShownShortlist<A>[ShortlistGroup]) => ({
    zones: zones.map(to),
    count,
  });
  return {
    ...shown,
    list: { ...list, items: list.items.map(to) },
    lead: lead === null ? null : to(lead),
    shortlist: {
      certainly: group(shortlist.certainly),
      possibly: group(shortlist.possibly),
      below: group(shortlist.below),
      unmeasured: shortlist.unmeasured,
    },
    questions: {
      shown: questions.shown.map(({ group: question, zone }) => ({
        group: question,
        zone: zone === undefined ? undefined : to(zone),
      })),
      count: questions.count,
    },
  };
}

/** The scores to be sent. @param pack reduces a row to what the page needs */
export function packShown(
  shown: ShownScores,
  pack: (row: RankedRow) => PackedRow,
): ShownScores<PackedZone> {
  return mapZones(shown, (zone) => ({ ...zone, row: pack(zone.row) }));
}

/** The scores that were sent. */
export function unpackShown(shown: ShownScores<PackedZone>): ShownScores {
  return mapZones(shown, (zone) => ({
    ...zone,
    row: { ...unpackRow(zone.row), readiness: zone.readiness },
  }));
}
