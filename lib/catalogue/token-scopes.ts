import type { Act } from "./roles";

/** What a token may be used for, with the acts that each scope allows, if the role of its owner allows them too. */
const SCOPE_ACTS = {
  "read-drafts": ["read-drafts"],
  record: ["record"],
  judge: ["withdraw-own", "decide"],
} as const satisfies Record<string, readonly Act[]>;

/** A scope of a token. */
export type TokenScope = keyof typeof SCOPE_ACTS;

/** All scopes. */
export const TOKEN_SCOPES = Object.keys(SCOPE_ACTS) as readonly TokenScope[];

/** The lifetimes that a token can have, in days; or it ends on a day that its owner chooses. */
export const TOKEN_DAYS = [30, 90, 365] as const;

/** Most days that a token can last. */
export const MAX_TOKEN_DAYS = 365;

/** Whether some scopes allow an act. Words that are no scopes allow nothing. */
export function scopesAllow(scopes: readonly string[], act: Act): boolean {
  return TOKEN_SCOPES.some(
    (scope) => scopes.includes(scope) && SCOPE_ACTS[scope].some((one) => one === act),
  );
}
