import { getGrade } from "../dependence/dependence";
import type { ZoneRecord } from "../evidence/registry";
import { countFirmFunnel } from "../firms/firm-counts";
import {
  CHINA,
  countUnknownOwners,
  groupFirmsByTie,
  listPlacedFirms,
  type PlacedFirm,
} from "../firms/firms";
import { byStanding, countStandings } from "../readiness/standing";
import type { RankedRow } from "./select";

/** What the 3 answers of the first page say. */
export interface HomeFacts {
  /** All zones counted. */
  readonly zones: number;
  /** Which zones run. */
  readonly run: {
    /** Reported producing within 730 days, furthest first. */
    readonly running: readonly RankedRow[];
    /** Zones that ran when last reported, longer ago. */
    readonly reported: number;
    /** The first and the last year of these reports; null: there is none. */
    readonly reportedYears: readonly [first: string, last: string] | null;
    /** Zones of which no report on progress counts. */
    readonly unknown: number;
  };
  /** Who invests. */
  readonly invest: {
    readonly firms: number;
    readonly producing: number;
    readonly recent: number;
    /** The producing firm with the largest reported investment; null: none is reported. */
    readonly largest: {
      readonly firm: string;
      /** Millions of US dollars. */
      readonly usdM: number;
      readonly year: string;
    } | null;
  };
  /** How far the zones depend on China. */
  readonly china: {
    /** Firms with Chinese owners or partners, and the zones that they are in. */
    readonly tied: number;
    readonly zones: number;
    /** Firms whose owner nobody names. */
    readonly unknown: number;
  };
}

/** Counts what the first page answers with. `rows` and `zones` are the same zones at the same moment. */
export function readHomeFacts(rows: readonly RankedRow[], zones: readonly ZoneRecord[]): HomeFacts {
  const counts = countStandings(rows);
  const at = (standing: string) => rows.filter(({ progress }) => progress.standing === standing);
  const years = at("reported-running")
    .flatMap(({ progress }) => progress.lastReported?.slice(0, 4) ?? [])
    .sort();
  const [first] = years;
  const last = years.at(-1);
  const firms = listPlacedFirms(zones);
  const { producing, recent } = countFirmFunnel(firms);
  const { owned, involved } = groupFirmsByTie(firms, CHINA);
  const tied = [...owned, ...involved];
  return {
    zones: rows.length,
    run: {
      running: at("running").sort((a, b) => byStanding(a, b) || a.order - b.order),
      reported: counts["reported-running"],
      reportedYears: first === undefined || last === undefined ? null : [first, last],
      unknown: counts.unknown,
    },
    invest: { firms: firms.length, producing, recent, largest: findLargest(firms) },
    china: {
      tied: tied.length,
      zones: new Set(tied.map(({ zone }) => zone.slug)).size,
      unknown: countUnknownOwners(firms),
    },
  };
}

/** The producing firm with the largest investment that is not reported by weak evidence alone. */
function findLargest(firms: readonly PlacedFirm[]): HomeFacts["invest"]["largest"] {
  const amounts = firms.flatMap(({ zone, record }) => {
    const { values, fields, tenancy } = record;
    const { evidence } = fields.investmentUsdM;
    const isProducer = zone.producers.some(({ id }) => id === tenancy.id);
    if (!isProducer || values.investmentUsdM === null || evidence === null) return [];
    if (getGrade(fields.investmentUsdM) === "weak") return [];
    const year = evidence.date.slice(0, 4);
    return [{ firm: tenancy.firm, usdM: values.investmentUsdM, year }];
  });
  return amounts.sort((a, b) => b.usdM - a.usdM)[0] ?? null;
}
