import "server-only";
import type { ColumnRole } from "@/lib/catalogue/import-columns";
import type { ImportPhase } from "@/lib/contract/import-answer";
import type { CellIssue, PlannedClaim, PlannedRow, PreparedImport } from "@/lib/entry/import-row";
import { listRepeatedFacts } from "@/lib/evidence/repeated-facts";
import type { Text } from "@/lib/text/text";
import type { NewClaim, WriteResult } from "../ledger/types";
import type { CheckedRows } from "./import-report";

/** Rounds of checks: each leaves out the rows that the one before refused. */
const MAX_ROUNDS = 25;

/** How an import is followed and stopped. */
export interface ImportFollower {
  readonly signal: AbortSignal;
  readonly onProgress: (phase: ImportPhase, done: number, total: number) => void;
}

/** A whole import that cannot be checked, with a sentence that says what to do. */
export class ImportProblem extends Error {
  readonly code = "import-problem";
}

/** The slugs of the zones of claims that the registry does not have, in the order of the claims. */
export type ListNewZones = (claims: readonly { readonly zone: string }[]) => string[];

/** Checks the claims of valid rows by the rules of the ledger, again without the rows that it refuses, until all are valid. */
export async function checkRows(
  text: Text,
  { columns }: PreparedImport,
  rows: readonly PlannedRow[],
  known: ReadonlySet<string>,
  { signal, onProgress }: ImportFollower,
  listNewZones: ListNewZones,
  check: (claims: readonly NewClaim[]) => Promise<WriteResult>,
): Promise<CheckedRows> {
  const issues = new Map<number, CellIssue[]>();
  for (const row of rows) if (row.issues.length > 0) issues.set(row.index, [...row.issues]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { added, repeated } = listAdded(rows, issues, known);
    signal.throwIfAborted();
    onProgress("checking", 0, added.length);
    if (added.length === 0) return { rows, issues, added, repeated };
    const claims = added.map(toNewClaim);
    const result = await check(claims);
    if (result.ok) return { rows, issues, added, repeated };
    if (!("issues" in result)) {
      throw new ImportProblem(text.t("imports.check.stale"));
    }
    for (const { index, param, message } of result.issues) {
      // The ledger names a new zone by its place among the new zones, and everything else by its claim.
      const zone = isOfNewZone(param) ? listNewZones(claims)[index] : undefined;
      const planned =
        zone === undefined ? added[index] : added.find(({ claim }) => claim.zone === zone);
      if (!planned || isOfNewSource(param)) {
        throw new ImportProblem(text.t("imports.defaults.newSource", { message }));
      }
      const column = columns.get(ROLE_OF_PART[param] ?? "value") ?? planned.column;
      const list = issues.get(planned.row) ?? [];
      list.push({ column, problem: { code: "ledger", message }, suggestion: null });
      issues.set(planned.row, list);
    }
  }
  throw new ImportProblem(text.t("imports.check.unstable"));
}

/** Parts of a source, which only a new one can have wrong. */
function isOfNewSource(param: string): boolean {
  return ["title", "publisher", "url", "publishedOn", "publishedOnEstimated"].includes(param);
}

/** What only a new zone can have wrong: its address, or the claims that it needs. */
function isOfNewZone(param: string): boolean {
  return ["slug", "claims"].includes(param);
}

/** The role of the column that has a part of a claim, where the ledger calls it otherwise. */
const ROLE_OF_PART: Readonly<Record<string, ColumnRole>> = {
  zone: "zone",
  slug: "zone",
  claims: "zone",
  tenancy: "firm",
  field: "field",
  asOf: "asOf",
  sourceId: "source",
  locator: "locator",
  note: "note",
  origin: "origin",
  confidence: "confidence",
  quotation: "quotation",
  money: "amount",
  gateConfirmed: "confirmed",
};

/** The claims of valid rows that are not recorded, each once. */
function listAdded(
  rows: readonly PlannedRow[],
  issues: ReadonlyMap<number, readonly CellIssue[]>,
  known: ReadonlySet<string>,
): Pick<CheckedRows, "added" | "repeated"> {
  const taken = new Set<string>();
  let repeated = 0;
  const added = rows.flatMap((row) =>
    issues.has(row.index)
      ? []
      : row.claims.flatMap((planned) => {
          const { id } = planned.claim;
          if (known.has(id) || taken.has(id)) {
            repeated += 1;
            return [];
          }
          taken.add(id);
          return [{ ...planned, row: row.index }];
        }),
  );
  const same = listRepeatedFacts(added.map(({ claim }) => claim));
  return {
    added: added.filter(({ claim }) => !same.has(claim)),
    repeated: repeated + same.size,
  };
}

/** A claim of a table as the ledger takes it. */
export function toNewClaim({ claim, basedOn, gateConfirmed }: PlannedClaim): NewClaim {
  return { ...claim, basedOn, gateConfirmed };
}
