import type { PartialDate } from "@/lib/time/day";

/** A source as the explanation cites it. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly publishedOn: PartialDate | null;
}

/** By what the zones are in or out of the scopes: made on the server from the ledger. */
export interface ScopeFacts {
  /** The government's own figure of approved zones, with the day for which it holds; null where it is not on record. */
  readonly announced: {
    readonly value: number;
    readonly period: string;
    readonly sourceId: string;
  } | null;
  /** The source of what decides on each zone, by slug; left out where no claim says. */
  readonly decidedBy: Readonly<Record<string, string>>;
  readonly sources: readonly CitedSource[];
}
