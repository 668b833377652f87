import { type PackedRecords, packRecords, unpackRecords } from "@/lib/evidence/packed-records";
import {
  type RanksBySlug,
  type RankUncertainty,
  roundShare,
  SOURCES,
  type UncertaintySource,
} from "@/lib/readiness/rank-uncertainty";

/** The rank uncertainty of one zone; without the ranks for a zone without readiness. */
interface RankRecord
  extends Partial<Omit<RankUncertainty, "shares">>,
    Partial<Record<UncertaintySource, number>> {
  readonly slug: string;
}

/** Rank uncertainty by column, with the shares of the sources rounded as they are shown. */
export function packRanks(ranks: RanksBySlug): PackedRecords {
  return packRecords(
    Object.entries(ranks).map(([slug, rank]): RankRecord => {
      if (rank === null) return { slug };
      const { shares, ...others } = rank;
      return { slug, ...others, ...bySource((source) => roundShare(shares[source])) };
    }),
  );
}

/** The rank uncertainty that was packed. */
export function unpackRanks(packed: PackedRecords): RanksBySlug {
  return Object.fromEntries(
    unpackRecords<RankRecord>(packed).map(({ slug, from, to, topTen = 0, driver, ...shares }) => [
      slug,
      from === undefined || to === undefined
        ? null
        : {
            from,
            to,
            topTen,
            driver: driver ?? null,
            shares: bySource((source) => shares[source] ?? 0),
          },
    ]),
  );
}

function bySource(get: (source: UncertaintySource) => number): Record<UncertaintySource, number> {
  const [weights, facts, scoring] = SOURCES;
  return { [weights]: get(weights), [facts]: get(facts), [scoring]: get(scoring) };
}
