import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "./fields";
import { statusKey } from "./kinds";

/** What a column of an imported table says about the claims of a row. */
export const PART_ROLES = [
  ...(["asOf", "source", "locator", "note", "origin", "confidence", "decline"] as const),
  ...(["quotation", "quotationLang", "lastSeenOn", "amount", "currency", "confirmed"] as const),
] as const;

/** What a column of an imported table says about a row, other than the value of a field. */
export const COLUMN_ROLES = [
  ...(["zone", "firm", "field", "value"] as const),
  ...PART_ROLES,
  ...(["claim", "latitude", "longitude", "snapshot"] as const),
] as const;
/** What a column says about a row. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Headers that people and the tracker's own files write for each role, in small letters. */
export const ROLE_HEADERS: Readonly<Record<ColumnRole, readonly string[]>> = {
  zone: ["zone", "slug", "zone slug", "zone id", "sez", "zone name", "economic zone"],
  firm: ["tenancy", "firm", "company", "enterprise", "investor", "tenant", "firm name"],
  field: ["field", "indicator", "variable", "attribute"],
  value: ["value", "new value", "figure"],
  asOf: ["asof", "as of", "date", "as of date", "reported on", "report date"],
  source: ["sourceid", "source", "source id", "source url", "url", "link", "reference"],
  locator: ["locator", "page", "place in the source", "page or section"],
  note: ["note", "notes", "summary", "comment", "comments", "remark", "remarks"],
  origin: ["origin", "type of source", "said by"],
  confidence: ["confidence", "trust"],
  decline: ["decline", "fell or ended"],
  quotation: ["quotation", "quote", "original words"],
  quotationLang: ["quotationlang", "quotation language", "language"],
  lastSeenOn: ["lastseenon", "last seen on", "last checked"],
  amount: ["amount", "original amount"],
  currency: ["currency"],
  confirmed: ["confirmed", "step confirmed", "gateconfirmed"],
  claim: ["id", "claim", "claim id", "claimid"],
  latitude: ["latitude", "lat"],
  longitude: ["longitude", "lon", "long", "lng"],
  snapshot: ["snapshot", "day and revision"],
};

function canBeNotApplicable(key: ZoneFieldKey): boolean {
  const spec = fieldSpec(key);
  return spec.kind === "number" && spec.notApplicable;
}

/** The key of the column with the day and the revision of an exported row, such as `2026-12-01_r12`. */
export const SNAPSHOT_KEY = "snapshot" satisfies ColumnRole;

/** Columns of the tracker's own files that are computed or decided elsewhere, so that an import leaves them out. */
export const COMPUTED_HEADERS: readonly string[] = [
  ...["readiness", ...ZONE_FIELD_KEYS.filter(canBeNotApplicable)].map(statusKey),
  ...["readinessLow", "readinessHigh", "readinessCoverage"],
  ...["progressSince", "progressLastReported", "progressImplied", "producers", "recentProducers"],
  ...["approvedOn", "progressSince", "progressLastReported"].flatMap((key) => [
    `${key}From`,
    `${key}To`,
  ]),
  "effectiveOn",
  "decision",
  "reason",
  "standing",
  "contradicts",
  "revision",
  "recordedAt",
];

/** Header of the reasons in the file of refused rows, which is left out when the file comes back. */
export const PROBLEMS_HEADER = "problems";
