import { getSearchedTo } from "../evidence/age";
import type { Source } from "../evidence/ledger-records";
import type { ZoneRow } from "../evidence/row";
import { countRowSupport } from "../evidence/support";
import { DEFAULT_QUERY } from "../query/query";
import { select } from "../query/select";
import { correlateRanks } from "../readiness/rank-correlation";
import { roundHalfUp } from "../readiness/scale";
import { type Day, firstDay } from "../time/day";
import type { MethodAnswer } from "./answer-schemas";
import { METHOD } from "./meta";

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
    searchedTo: getLastSearch(announced, asOf)?.day ?? null,
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

/** How far the search for sources on some zones reached. */
interface LastSearch {
  /** The last day up to which sources on any of them were searched, not after the selected day. */
  readonly day: Day;
  /** Were sources on every zone searched up to that day? */
  readonly all: boolean;
}

/** How far the search for sources on some zones reached by a day; null: not recorded. */
export function getLastSearch(rows: readonly ZoneRow[], asOf: Day): LastSearch | null {
  const days = rows.map(({ values }) => getSearchedTo(values, asOf));
  const last = days
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return last === undefined ? null : { day: last, all: days.every((day) => day === last) };
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
