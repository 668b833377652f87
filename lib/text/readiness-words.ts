import { shortZoneName } from "../evidence/zone-name";
import type { ScoredZone, ZoneScores } from "../readiness/zone-scores";
import type { Text } from "./text";

/** Confirmed and possible scores are written with one decimal, as they are compared. */
const SCORE = { digits: 1 } as const;

/** The title of the page of readiness, and the sentences under it. */
interface ScoreSummary {
  readonly title: string;
  readonly summary: string;
}

/**
 * Says which zones have the highest readiness scores: what is certain first, then what confirmed evidence shows.
 * @param threshold points, 0–100; the summary counts the zones whose confirmed score reaches it
 */
export function describeScores(text: Text, scores: ZoneScores, threshold: number): ScoreSummary {
  const { t } = text;
  const { zones, order } = scores;
  const measured = zones.filter(({ readiness }) => readiness !== null);
  const [only] = measured;
  if (only === undefined) {
    return {
      title: t("readiness.headline.nothing"),
      summary: t(`readiness.headline.${zones.length === 0 ? "noMatch" : "noneApply"}`),
    };
  }
  const confirmed = describeConfirmed(text, measured, threshold);
  if (measured.length === 1) {
    return {
      title: t("readiness.headline.single", { name: shortZoneName(only.row) }),
      summary: confirmed,
    };
  }
  return {
    title: describeFirst(text, scores),
    summary: text.sentences([describeOrder(text, order), confirmed]),
  };
}

function describeOrder({ t, number, sentences }: Text, order: ZoneScores["order"]): string {
  const { zones, pairs, certain, certainFirst, certainlyBehind, maybeFirst } = order;
  if (certain === 0) return t("readiness.headline.overlap", { zones, pairs });
  if (certain === pairs) return t("readiness.headline.allCertain", { zones });
  const some = t("readiness.headline.someCertain", {
    certain: number(certain),
    pairs: number(pairs),
  });
  if (certainFirst !== null || certainlyBehind === 0) return some;
  const several = t("readiness.headline.several", {
    first: number(maybeFirst.length),
    behind: certainlyBehind,
  });
  return sentences([some, several]);
}

/** Who is certainly first, or that this is not known: a leader on confirmed evidence may only be known best. */
function describeFirst({ t, number }: Text, { zones, order }: ZoneScores): string {
  const first = zones.find(({ slug }) => slug === order.certainFirst);
  return first === undefined
    ? t("readiness.headline.unclear")
    : t("readiness.headline.first", {
        name: shortZoneName(first.row),
        count: number(order.zones),
      });
}

/** The zones with the highest confirmed score, if it is above 0. */
function listLeaders(zones: readonly ScoredZone[]): readonly ScoredZone[] {
  const most = Math.max(0, ...zones.flatMap(({ readiness }) => readiness?.low ?? []));
  return most === 0 ? [] : zones.filter(({ readiness }) => readiness?.low === most);
}

/** Who has the highest confirmed score, and how many zones reach the threshold. */
function describeConfirmed(
  { t, number, sentences }: Text,
  measured: readonly ScoredZone[],
  threshold: number,
): string {
  const [lead, ...others] = listLeaders(measured);
  if (lead === undefined) return t("readiness.headline.noPoints");
  const points = number(lead.readiness?.low ?? 0, SCORE);
  const reached = measured.filter(({ readiness }) => (readiness?.low ?? 0) >= threshold);
  const leads =
    others.length === 0
      ? t("readiness.headline.leads", { name: shortZoneName(lead.row), points })
      : t("readiness.headline.tie", { count: number(others.length + 1), points });
  const reaches = t("readiness.headline.reached", {
    count: reached.length,
    threshold: number(threshold),
    candidates: reached.filter(({ candidate }) => candidate).length,
  });
  return sentences([leads, reaches]);
}

/** From here on, two orders are called nearly the same. */
const NEARLY = 0.8;
/** From here on, they are called partly the same. */
const PARTLY = 0.4;

/**
 * How far the order by confirmed score is an order by how much is known; null where it is not defined.
 * @param correlation Spearman's, of confirmed score and data completeness of announced zones
 */
export function describeCorrelation(
  { t, number }: Text,
  correlation: number | null,
  zones: number,
): string | null {
  if (correlation === null) return null;
  return t("readiness.meaning.correlation", {
    value: number(correlation, { digits: 2, fixed: true }),
    zones,
    level: correlation >= NEARLY ? "nearly" : correlation >= PARTLY ? "partly" : "hardly",
  });
}
