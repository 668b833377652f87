import type { Facts } from "../evidence/ledger-records";
import { listFirmTerms, readFirmFilter } from "../firms/firm-filter";
import { CHINA } from "../firms/firms";
import { UNKNOWN } from "../query/filters";
import { notAllowed, type ParamIssue } from "../query/param-issues";
import { HOME } from "./firm-involvement";

/** The parameters that name a country; `involvement` is in older links and may name a kind too, such as `technology:CN`. */
export const TIE_PARAMS = ["country", "involvement"] as const;

/** The one country abroad whose ties are shown, China where none is named; or what is wrong with the address. */
export function readTieCountry(
  pairs: Iterable<readonly [string, string]>,
  facts: Pick<Facts, "claims" | "zones">,
): { readonly country: string } | { readonly problems: readonly ParamIssue[] } {
  const { filter, problems } = readFirmFilter(pairs, facts);
  if (problems.length > 0) return { problems };
  const param = TIE_PARAMS.find((key) => filter[key] !== undefined);
  const terms = param && filter[param];
  if (terms === undefined || param === undefined) return { country: CHINA };
  const named = terms.map((term) => term.split(":").at(-1) ?? term);
  const allowed = listFirmTerms(facts, "country").filter((one) => one !== HOME && one !== UNKNOWN);
  const [country, ...others] = new Set(named);
  if (country !== undefined && others.length === 0 && allowed.includes(country)) return { country };
  const got = terms.join(",");
  return { problems: [{ param, got, ...notAllowed(got, allowed).issue }] };
}
