import { AUDIT_ACTIONS } from "@/lib/contract/audit-actions";
import type { AuditSearch } from "@/lib/server/audit";

type Params = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST_TEXT = 200;
/** Ids are 64-bit numbers; nothing longer can be one. */
const ENTRY_ID = /^\d{1,18}$/;

/** The search in the address. Invalid parts are left out, and the form shows what is used. */
export function readAuditSearch(params: Params): AuditSearch {
  const word = (key: string) => {
    const value = params[key];
    return typeof value === "string" ? value.replaceAll("\0", "") : "";
  };
  const before = word("before");
  return {
    text: word("q").trim().slice(0, LONGEST_TEXT),
    action: AUDIT_ACTIONS.find((act) => act === word("action")) ?? null,
    before: ENTRY_ID.test(before) ? before : null,
  };
}

/**
 * The address of a search.
 * @param page its path; by default the page of the log
 */
export function auditAddress({ text, action, before }: AuditSearch, page = "/admin/audit"): string {
  const pairs = new URLSearchParams();
  if (text !== "") pairs.set("q", text);
  if (action !== null) pairs.set("action", action);
  if (before !== null) pairs.set("before", before);
  return pairs.size === 0 ? page : `${page}?${pairs}`;
}
