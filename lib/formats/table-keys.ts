/** The columns whose values tell the rows of a table apart, by table. */
export const TABLE_KEYS: Readonly<Record<string, readonly string[]>> = {
  zones: ["slug"],
  firms: ["id"],
  claims: ["id"],
  tenancies: ["id"],
  evidence: ["subject", "field"],
  targets: ["zone", "field", "setOn"],
  readiness: ["zone", "year", "field"],
  coverage: ["zone", "field"],
  sources: ["id"],
  events: ["id"],
  context: ["key"],
  changes: ["id"],
};

/** A column that names a row of another table. */
export interface TableReference {
  readonly column: string;
  /** The other table, and the column there. */
  readonly table: string;
  readonly key: string;
}

const refer = (column: string, table: string): TableReference => ({
  column,
  table,
  key: TABLE_KEYS[table]?.[0] ?? "",
});

/** The columns of each table that name rows of others. A change can be of a zone that is gone. */
export const TABLE_REFERENCES: Readonly<Record<string, readonly TableReference[]>> = {
  claims: [refer("zone", "zones"), refer("tenancy", "tenancies"), refer("sourceId", "sources")],
  tenancies: [refer("zone", "zones"), refer("firmId", "firms"), refer("sourceId", "sources")],
  evidence: [
    refer("zone", "zones"),
    refer("tenancy", "tenancies"),
    refer("sourceId", "sources"),
    refer("claimId", "claims"),
  ],
  targets: [
    refer("zone", "zones"),
    refer("sourceId", "sources"),
    refer("claimId", "claims"),
    refer("outcomeSourceId", "sources"),
    refer("outcomeClaimId", "claims"),
  ],
  readiness: [refer("zone", "zones")],
  coverage: [refer("zone", "zones")],
  events: [refer("sourceId", "sources")],
  context: [refer("sourceId", "sources")],
  changes: [refer("sourceId", "sources")],
};
