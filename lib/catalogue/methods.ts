import type { Day } from "../time/day";

/** One method: the rules of resolution, the default weights and the file formats. */
export interface Method {
  readonly number: number;
  /** The day on which it came into use. An address that was made before showed answers by the method before. */
  readonly since: Day;
  /** The page of the site that explains it. */
  readonly page: string;
}

const SECOND: Method = { number: 2, since: "2026-11-26", page: "/method" };

/** The method in use. */
export const CURRENT_METHOD: Method = { number: 3, since: "2026-11-30", page: "/method" };

/** The methods after the first, oldest first. A new one is announced in feeds, mails and webhooks, so no entry ever changes. */
export const METHODS: readonly Method[] = [SECOND, CURRENT_METHOD];
