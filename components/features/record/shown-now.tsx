import { EvidenceLine } from "@/components/evidence/evidence-line";
import type { FieldKey } from "@/lib/catalogue/fields";
import type { Source } from "@/lib/evidence/ledger-records";
import type { Resolution } from "@/lib/evidence/resolve";
import { valueWords } from "@/lib/text/value-words";

/** Props of what shows now. */
export interface ShownNowProps {
  field: FieldKey;
  shown: Pick<Resolution, "value" | "evidence" | "mark">;
  sources: ReadonlyMap<string, Source>;
}

/** The value that shows now, its date and who says so. */
export function ShownNow({ field, shown, sources }: ShownNowProps) {
  const { value, evidence, mark } = shown;
  const source = evidence ? sources.get(evidence.claim.sourceId) : undefined;
  return (
    <p className="text-12">
      <span className="text-ink-3">Shows now: </span>
      <span className={value === null ? "unknown" : "font-medium"}>{valueWords(field, value)}</span>{" "}
      <EvidenceLine date={evidence?.date ?? null} mark={mark} />
      {source ? <span className="text-ink-3"> · {source.publisher}</span> : null}
    </p>
  );
}
