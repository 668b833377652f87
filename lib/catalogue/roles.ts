/** Roles, each of which may do what the one before may. */
export const ROLES = ["reader", "analyst", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What each role is for, in words. */
export const ROLE_WORDS: Readonly<Record<Role, { label: string; may: string }>> = {
  reader: { label: "Reader", may: "Reads, like anyone without an account." },
  analyst: { label: "Analyst", may: "Records claims and withdraws their own." },
  reviewer: { label: "Reviewer", may: "Judges any claim and reads the audit." },
  admin: { label: "Admin", may: "Manages people as well." },
};

/** Acts that need a role. */
export const ACTS = {
  record: "analyst",
  "withdraw-own": "analyst",
  decide: "reviewer",
  "read-audit": "reviewer",
  "manage-people": "admin",
} as const satisfies Record<string, Role>;
export type Act = keyof typeof ACTS;

/** May a role do an act? Nobody (null) may do none. */
export function may(role: Role | null, act: Act): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(ACTS[act]);
}

/** Is this word a role? */
export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}
