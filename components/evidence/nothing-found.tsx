import { Fold } from "@/components/layout/section";
import type { FieldKey } from "@/lib/catalogue/fields";
import { isNothingFound } from "@/lib/evidence/ledger-entries";
import type { Resolution } from "@/lib/evidence/resolve";
import { lowerFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";
import type { Fact } from "./fact";
import { MissingFacts } from "./fact-view";

interface NothingFoundProps<Key extends FieldKey> {
  /** The fields of a section; those with a report are left out. */
  fields: readonly Key[];
  resolutions: Readonly<Record<Key, Resolution>>;
  className?: string;
}

/**
 * The fields of a section about which there is no report, in one line that names them all. Opened, each leads to its
 * entry in the ledger. Nothing where there is a report on each field.
 */
export function NothingFound<Key extends FieldKey>(props: NothingFoundProps<Key>) {
  const { fields, resolutions, className } = props;
  const text = useText();
  const missing = fields.filter((field) => isNothingFound(resolutions[field]));
  if (missing.length === 0) return null;
  return (
    <Fold
      className={className}
      label={text.t.rich("evidence.nothingFound", {
        count: missing.length,
        facts: text.list(missing.map((field) => lowerFirst(text, text.fieldLabel(field)))),
        quiet: (words) => <span className="text-ink-2">{words}</span>,
      })}
    >
      <MissingFacts
        facts={missing.map((field): Fact => ({ field, label: text.fieldLabel(field) }))}
      />
    </Fold>
  );
}
