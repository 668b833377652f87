import { LedgerLineView } from "@/components/evidence/ledger-line";
import { Notice } from "@/components/ui/notice";
import {
  filterLines,
  LEDGER_FILTERS,
  type LedgerLine,
  type LedgerQuery,
  listOptions,
} from "@/lib/evidence/ledger-lines";
import { LedgerForm } from "./ledger-form";

/** Props of a zone's ledger. */
export interface LedgerPageProps {
  /** Name of the zone. */
  name: string;
  /** Address of the zone's page at the same moment. */
  zonePath: string;
  path: string;
  lines: readonly LedgerLine[];
  query: LedgerQuery;
  moment: readonly (readonly [name: string, value: string])[];
  /** The address without filters. */
  cleared: string;
}

/** Every claim ever made on a zone and its firms, the newest first; retracted ones struck through, still there. */
export function LedgerPage(props: LedgerPageProps) {
  const { name, zonePath, path, lines, query, moment, cleared } = props;
  const options = {
    field: listOptions(lines, "field", query),
    source: listOptions(lines, "source", query),
    origin: listOptions(lines, "origin", query),
  };
  const strange = LEDGER_FILTERS.filter(
    (key) => query[key] !== undefined && options[key].every(({ value }) => value !== query[key]),
  );
  const shown = filterLines(lines, query);
  const retracted = shown.filter(({ standing }) => standing === "retracted").length;
  return (
    <>
      <nav aria-label="Path" className="no-print mb-2.5 text-12 text-ink-3">
        <a className="hover:text-ink hover:underline" href={zonePath}>
          {name}
        </a>
        {" / Ledger"}
      </nav>
      <h1 className="font-serif text-28 tracking-[-0.018em]">Ledger of {name}</h1>
      <p className="mt-2 mb-5 max-w-[68ch]">
        Every claim on the zone and its firms, the newest first, with who says so and what was
        judged of it. Nothing is ever deleted: what was retracted is struck through.
      </p>
      <LedgerForm path={path} options={options} chosen={query} moment={moment} cleared={cleared} />
      {strange.map((key) => (
        <Notice key={key} tone="amber" className="mb-3">
          No claim here has the {key} <code>{query[key]}</code>.
        </Notice>
      ))}
      <p role="status" className="mb-1 text-12 text-ink-2">
        {shown.length === lines.length
          ? `${lines.length} claims`
          : `${shown.length} of ${lines.length} claims`}
        {retracted === 0 ? "" : `, ${retracted} retracted`}
      </p>
      <ol>
        {shown.map((line) => (
          <LedgerLineView key={line.evidence.claim.id} line={line} moment={moment} />
        ))}
      </ol>
      {shown.length === 0 ? <p className="py-4 text-ink-2">No claim is of that kind.</p> : null}
    </>
  );
}
