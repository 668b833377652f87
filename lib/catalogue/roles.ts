/** The roles. Each may do everything that the role before it may do. */
export const ROLES = ["reader", "analyst", "reviewer", "admin"] as const;
/** A role. */
export type Role = (typeof ROLES)[number];

/** Each protected action, with the least role that may do it. */
export const ACTS = {
  record: "analyst",
  "withdraw-own": "analyst",
  "read-drafts": "analyst",
  "make-tokens": "analyst",
  decide: "reviewer",
  redact: "reviewer",
  "read-audit": "reviewer",
  "manage-people": "admin",
} as const satisfies Record<string, Role>;
/** A protected action. */
export type Act = keyof typeof ACTS;

/** Whether a role may do an action. Null is a visitor without an account, who may do none. */
export function may(role: Role | null, act: Act): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(ACTS[act]);
}

/** Whether a word is a role. */
export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}
