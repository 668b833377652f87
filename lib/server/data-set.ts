import "server-only";
import type { Facts } from "@/lib/evidence/ledger-records";

/** The author of the revisions that the data set of the repository makes. */
export const DATA_SET_AUTHOR = "data set";

/** Does a ledger have the data set and nothing else? Such a ledger is the same everywhere. */
export function isDataSetAlone({ revisions }: Facts): boolean {
  return revisions.length > 0 && revisions.every(({ author }) => author === DATA_SET_AUTHOR);
}
