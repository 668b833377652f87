import { type PackedRow, unpackRow } from "@/lib/evidence/row";
import { getTablePage, type ListPage, type ListParams } from "@/lib/query/list-page";
import type { RankedRow } from "@/lib/query/select";
import {
  type FirstOf,
  listQuestionGroupsInSteps,
  type QuestionGroup,
} from "@/lib/readiness/open-questions";
import type { RankedZone, Ranking } from "@/lib/readiness/ranking";
import { byConfirmedScore } from "@/lib/readiness/readiness";
import { buildShortlist } from "@/lib/readiness/threshold";
import { describeLeaders, describeRanking } from "@/lib/text/readiness-words";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";

/** What the page shows of a ranking: a page of its zones, and what is said of all of them. */
export interface ShownRanking<Z = RankedZone> {
  readonly list: ListPage<Z>;
  /** The number of zones with a rank. */
  readonly ranked: number;
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
export interface ShownShortlist<Z = RankedZone>
  extends Readonly<
    Record<ShortlistGroup, { readonly zones: readonly Z[]; readonly count: number }>
  > {
  /** Zones without a score. */
  readonly unmeasured: number;
}

/** Open questions with their zones: all or the first, with their number. */
export interface ShownQuestions<Z = RankedZone> {
  readonly shown: readonly { readonly group: QuestionGroup; readonly zone: Z | undefined }[];
  readonly count: number;
}

/** The shortlist of a ranking. @param most zones of a group */
function listShortlist(
  zones: readonly RankedZone[],
  threshold: number,
  most = Number.POSITIVE_INFINITY,
): ShownShortlist {
  const sorted = [...zones].sort((a, b) => byConfirmedScore(a.readiness, b.readiness));
  const { certainly, possibly, below, unmeasured } = buildShortlist(sorted, threshold);
  const cut = (group: readonly RankedZone[]) => ({
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

/** The open questions of a ranking with their zones. */
function listQuestions(
  { first, count }: FirstOf<QuestionGroup>,
  zones: readonly RankedZone[],
): ShownQuestions {
  const bySlug = new Map(zones.map((zone) => [zone.slug, zone]));
  return { shown: first.map((group) => ({ group, zone: bySlug.get(group.slug) })), count };
}

/** How much the server sends of a ranking that the browser does not make: zones of a group, and open questions. */
const MOST_SENT = { zones: 30, questions: 99 } as const;

/** What is shown of a ranking. @param mostZones of a group of the shortlist; absent: all */
export function showRanking(
  text: Text,
  ranking: Ranking,
  groups: FirstOf<QuestionGroup>,
  { threshold, page }: { threshold: number; page: ListParams["page"] },
  mostZones?: number,
): ShownRanking {
  const { zones, order } = ranking;
  return {
    list: getTablePage(zones, page),
    ranked: order.zones,
    ...describeRanking(text, ranking, threshold),
    leaders: describeLeaders(text, ranking),
    lead: zones.find(({ place }) => place === 1) ?? null,
    shortlist: listShortlist(zones, threshold, mostZones),
    questions: listQuestions(groups, zones),
  };
}

/** A ranking as the server shows it, where the browser has not all zones; in steps. */
export function* showRankingInSteps(
  text: Text,
  ranking: Ranking,
  { asOf, ...chosen }: { threshold: number; page: ListParams["page"]; asOf: Day },
): Generator<void, ShownRanking> {
  const rows = ranking.zones.map(({ row }) => row).sort((a, b) => a.order - b.order);
  const groups = yield* listQuestionGroupsInSteps(rows, ranking.weights, asOf, MOST_SENT.questions);
  return showRanking(text, ranking, groups, chosen, MOST_SENT.zones);
}

/** A ranked zone as it is sent, with the known values of its row. */
export interface PackedZone extends Omit<RankedZone, "row"> {
  readonly row: PackedRow;
}

/** A ranking with zones in another form; a zone that is shown twice stays one. */
function mapZones<A extends { readonly slug: string }, B>(
  shown: ShownRanking<A>,
  change: (zone: A) => B,
): ShownRanking<B> {
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

/** A ranking to be sent. @param pack reduces a row to what the page needs */
export function packShown(
  shown: ShownRanking,
  pack: (row: RankedRow) => PackedRow,
): ShownRanking<PackedZone> {
  return mapZones(shown, (zone) => ({ ...zone, row: pack(zone.row) }));
}

/** A ranking that was sent. */
export function unpackShown(shown: ShownRanking<PackedZone>): ShownRanking {
  return mapZones(shown, (zone) => ({
    ...zone,
    row: { ...unpackRow(zone.row), readiness: zone.readiness },
  }));
}
