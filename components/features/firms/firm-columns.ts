/** The columns of the list of firms after the stage, with their field. */
export const FIRM_COLUMNS = [
  { key: "sector", field: "tenancySector" },
  { key: "nationality", field: "nationality" },
  { key: "owner", field: "ultimateOwnerNationality" },
  { key: "involvement", field: "involvement" },
  { key: "investment", field: "investmentUsdM" },
] as const;

/** Name of a column of the list of firms. */
export type FirmColumnKey = (typeof FIRM_COLUMNS)[number]["key"];
