/** What a partner abroad gives a firm. */
export const INVOLVEMENT_KINDS = [
  "equity",
  "joint-venture",
  "developer",
  "contractor",
  "technology",
  "equipment",
  "lender",
  "buyer",
  "training",
] as const;

/** A kind of involvement. */
type InvolvementKind = (typeof INVOLVEMENT_KINDS)[number];

/** One item of the field: what is given, and the ISO 3166 alpha-2 code of the country that it comes from. */
export interface Involvement {
  readonly kind: InvolvementKind;
  readonly country: string;
}

/** The officially assigned codes of ISO 3166-1 alpha-2. */
const COUNTRIES: ReadonlySet<string> = new Set(
  [
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ",
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR",
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP",
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT",
    "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW",
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ",
    "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW",
  ].flatMap((line) => line.split(" ")),
);

/** Reads an item such as `technology:CN`; null where the kind or the country is not on its list. */
export function parseInvolvement(item: string): Involvement | null {
  const [kind, country, ...rest] = item.split(":");
  const known = INVOLVEMENT_KINDS.find((one) => one === kind);
  if (known === undefined || country === undefined || rest.length > 0) return null;
  return COUNTRIES.has(country) ? { kind: known, country } : null;
}
