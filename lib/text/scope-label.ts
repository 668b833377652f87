import { SCOPE_WORDS, type Scope } from "@/lib/query/scope";
import type { Day } from "@/lib/time/day";
import { ANNOUNCED_ON } from "./headline";

/** What a scope is called on a day: before the government spoke of 44, the first is what was known to be approved. */
export function scopeLabel(scope: Scope, asOf: Day): string {
  return isKnownThen(scope, asOf) ? "approved as known then" : SCOPE_WORDS[scope].label;
}

/** Which zones a scope holds on a day, as a sentence. */
export function scopeRule(scope: Scope, asOf: Day): string {
  return isKnownThen(scope, asOf)
    ? "Approval evidenced by that day; nobody had spoken of 44 yet."
    : SCOPE_WORDS[scope].rule;
}

function isKnownThen(scope: Scope, asOf: Day): boolean {
  return scope === "announced" && asOf < ANNOUNCED_ON;
}
