import type { TenancyFieldKey } from "@/lib/catalogue/fields";

/** On a wide screen the amounts are at the end of their columns. */
const AMOUNT = "lg:text-end print:text-end";

/** The columns of the table of a zone's firms, after their names. */
export const FIRM_COLUMNS = [
  { field: "tenancyStage", name: "stage", width: "", look: "" },
  // Room for the longest word of a sector.
  { field: "tenancySector", name: "sector", width: "w-[17%]", look: "" },
  { field: "nationality", name: "registered", width: "", look: "" },
  { field: "ultimateOwnerNationality", name: "owner", width: "", look: "" },
  { field: "investmentUsdM", name: "investment", width: "", look: AMOUNT },
  { field: "tenancyJobs", name: "jobs", width: "w-[8%]", look: AMOUNT },
] as const satisfies readonly {
  field: TenancyFieldKey;
  name: string;
  width: string;
  look: string;
}[];
