import "server-only";
import { DATA_SET_AUTHOR, type Facts } from "@/lib/evidence/ledger-records";

/** Is a name that of the data set, which no person can have? */
export function isDataSetName(name: string): boolean {
  return name.trim().toLowerCase() === DATA_SET_AUTHOR;
}

/** Does a ledger have the data set and nothing else? Such a ledger is the same everywhere. */
export function isDataSetAlone({ revisions }: Pick<Facts, "revisions">): boolean {
  return revisions.length > 0 && revisions.every(({ author }) => author === DATA_SET_AUTHOR);
}
