import { type Act, may, type Role } from "@/lib/catalogue/roles";
import { AUDIT_ACTIONS } from "@/lib/contract/audit-actions";
import { toSearch } from "@/lib/query/search-string";
import type { AuditSearch } from "@/lib/server/audit/audit";
import { isDay } from "@/lib/time/day";

type Params = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST_TEXT = 200;
const LONGEST_ID = 120;
/** Ids are 64-bit numbers; nothing longer can be one. */
const ENTRY_ID = /^\d{1,18}$/;
/** Stands for the id of the signed-in person. */
export const ME = "me";

/** A search as its address has it, where `by` can be `ME`. */
export type AddressedSearch = Required<AuditSearch>;

/** The search in the address. Invalid parts are left out, and the form shows what is used. */
export function readAuditSearch(params: Params): AddressedSearch {
  const word = (key: string) => {
    const value = params[key];
    return typeof value === "string" ? value.replaceAll("\0", "") : "";
  };
  const day = (key: string) => (isDay(word(key)) ? word(key) : null);
  const before = word("before");
  return {
    text: word("q").trim().slice(0, LONGEST_TEXT),
    action: AUDIT_ACTIONS.find((act) => act === word("action")) ?? null,
    by: word("by").slice(0, LONGEST_ID) || null,
    zone: word("zone").slice(0, LONGEST_ID) || null,
    from: day("from"),
    to: day("to"),
    before: ENTRY_ID.test(before) ? before : null,
  };
}

/** What a search needs: everybody who records may read what they did themselves. */
export function actOfSearch({ by }: Pick<AddressedSearch, "by">): Act {
  return by === ME ? "record" : "read-audit";
}

/** The search of a person who may not read the whole log and names nobody: what they did themselves. */
export function limitToOwn(search: AddressedSearch, role: Role | null): AddressedSearch {
  return search.by === null && role !== null && !may(role, "read-audit")
    ? { ...search, by: ME }
    : search;
}

/** The search, with `ME` replaced by the id of the signed-in person. */
export function resolveSearch(search: AddressedSearch, me: string): AuditSearch {
  return search.by === ME ? { ...search, by: me } : search;
}

/** Does a search leave anything out? */
export function isFiltered({ text, action, by, zone, from, to }: AddressedSearch): boolean {
  return text !== "" || [action, by === ME ? null : by, zone, from, to].some((one) => one !== null);
}

/**
 * The address of a search.
 * @param page its path; by default the page of the history
 */
export function auditAddress(search: AddressedSearch, page = "/admin/history"): string {
  const { text, action, by, zone, from, to, before } = search;
  const pairs = { q: text || null, action, by, zone, from, to, before };
  return (
    page +
    toSearch(
      Object.entries(pairs).flatMap(([name, value]) =>
        value === null ? [] : [[name, value] as const],
      ),
    )
  );
}
