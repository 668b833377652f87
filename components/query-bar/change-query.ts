import type { AddressChange } from "@/lib/client/address";
import type { Query } from "@/lib/query/query";

/** Changes the query of the page. `how` says whether the address gets a new entry in the history. */
export type ChangeQuery = (edit: (query: Query) => Query, how?: AddressChange) => void;
