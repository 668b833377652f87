import type { Source } from "../evidence/ledger-records";
import type { ZoneRow } from "../evidence/row";
import { countRowSupport, type SupportCounts } from "../evidence/support";
import { DEFAULT_QUERY } from "../query/query";
import { select } from "../query/select";
import { correlateRanks } from "../readiness/rank-correlation";
import { roundHalfUp } from "../readiness/scale";
import { type Day, firstDay, type PartialDate } from "../time/day";
import { METHOD } from "./meta";

/** How far the answers of a moment can be trusted, over the announced zones. */
interface MethodAnswer {
  readonly method: number;
  /** The last day up to which sources were searched; null: not recorded. */
  readonly searchedTo: Day | null;
  /** The source published last by the day, the editors' own notes aside; null: none has a date. */
  readonly newestSource: { readonly id: string; readonly publishedOn: PartialDate } | null;
  /** Announced zones with a score. */
  readonly zones: number;
  /**
   * Spearman's rank correlation of confirmed score and data completeness, −1 to 1; null for fewer than 2 zones. Near 1:
   * the order by confirmed score is nearly an order by how much was found.
   */
  readonly scoreAndCompleteness: number | null;
  /** The known values by their support. */
  readonly support: SupportCounts;
  /** Their shares, 0–1; null without known values. */
  readonly shares: Readonly<Record<"single" | "corroborated" | "independent", number | null>>;
}

/** A moment as this answer reads it. */
interface MethodView {
  readonly rows: readonly ZoneRow[];
  readonly sources: readonly Source[];
  readonly asOf: Day;
}

/** The answer of `/api/v1/method`. */
export function methodAnswer({ rows, sources, asOf }: MethodView): MethodAnswer {
  const announced = select(rows, DEFAULT_QUERY, asOf).rows;
  const scored = announced.flatMap(({ readiness }) => readiness ?? []);
  const support = countRowSupport(announced);
  const share = (count: number) =>
    support.known === 0 ? null : roundHalfUp(count / support.known, 3);
  return {
    method: METHOD,
    searchedTo: getSearchedTo(announced),
    newestSource: getNewestSource(sources, asOf),
    zones: scored.length,
    scoreAndCompleteness: correlateRanks(
      scored.map(({ low }) => low),
      scored.map(({ coverage }) => coverage),
    ),
    support,
    shares: {
      single: share(support.single),
      corroborated: share(support.corroborated),
      independent: share(support.independent),
    },
  };
}

/** The last day up to which sources on any of some zones were searched; null: not recorded. */
export function getSearchedTo(rows: readonly ZoneRow[]): Day | null {
  const days = rows.flatMap(({ values }) => values.lastSearchedOn ?? []);
  return days.sort().at(-1) ?? null;
}

/** The source that was published last by a day, the editors' own notes aside; null: none has a date. */
export function getNewestSource(
  sources: readonly Source[],
  asOf: Day,
): MethodAnswer["newestSource"] {
  const dated = sources.flatMap(({ id, kind, publishedOn }) =>
    kind === "compiler" || publishedOn === null || firstDay(publishedOn) > asOf
      ? []
      : [{ id, publishedOn }],
  );
  return dated.reduce<MethodAnswer["newestSource"]>(
    (last, source) =>
      last && firstDay(last.publishedOn) >= firstDay(source.publishedOn) ? last : source,
    null,
  );
}
