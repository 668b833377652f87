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

/** The kinds of investment, with the field of each. */
export const INVESTMENT_FIELDS = {
  committed: "investmentCommittedUsdM",
  realised: "investmentRealisedUsdM",
  stated: "investmentUsdM",
} as const;

/** A kind of investment. */
export type InvestmentKey = keyof typeof INVESTMENT_FIELDS;

/** Decimals of an amount in millions: 1; below 1 million 2, so that a small amount is not taken for none. */
export function millionsDigits(amount: number): number {
  return amount < 1 ? 2 : 1;
}
