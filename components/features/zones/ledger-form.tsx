import { Button } from "@/components/ui/button";
import {
  LEDGER_FILTERS,
  type LedgerFilterKey,
  type LedgerOption,
} from "@/lib/evidence/ledger-lines";

/** Props of the form. */
export interface LedgerFormProps {
  /** Path of the ledger. */
  path: string;
  options: Readonly<Record<LedgerFilterKey, readonly LedgerOption[]>>;
  chosen: Readonly<Partial<Record<LedgerFilterKey, string>>>;
  /** The moment, which the form keeps. */
  moment: readonly (readonly [name: string, value: string])[];
  /** The address with the same moment and without any filter. */
  cleared: string;
}

const LABELS: Readonly<Record<LedgerFilterKey, { label: string; all: string }>> = {
  field: { label: "Field", all: "All fields" },
  source: { label: "Source", all: "All sources" },
  origin: { label: "Who speaks", all: "All origins" },
};

/** Narrows the ledger by field, source and origin. A plain form: what it asks stands in the address. */
export function LedgerForm({ path, options, chosen, moment, cleared }: LedgerFormProps) {
  return (
    <form action={path} className="no-print mb-4 flex flex-wrap items-end gap-3">
      {moment.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {LEDGER_FILTERS.map((key) => (
        <label key={key} className="grid min-w-0 max-w-full gap-0.5">
          <span className="text-12 text-ink-2">{LABELS[key].label}</span>
          <select
            // Anew where another address is followed, since React keeps what the reader chose.
            key={chosen[key] ?? ""}
            name={key}
            defaultValue={chosen[key] ?? ""}
            className="h-(--control) w-60 max-w-full rounded-2 bg-paper px-2 shadow-[inset_0_0_0_1px_var(--color-edge)]"
          >
            <option value="">{LABELS[key].all}</option>
            <Options options={options[key]} />
          </select>
        </label>
      ))}
      <Button type="submit">Narrow</Button>
      {Object.keys(chosen).length === 0 ? null : (
        <a className="link inline-flex min-h-(--control) items-center" href={cleared}>
          Show all
        </a>
      )}
    </form>
  );
}

function Options({ options }: { options: readonly LedgerOption[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.map((group) => {
    const items = options
      .filter((option) => option.group === group)
      .map(({ value, label, count }) => (
        <option key={value} value={value}>
          {label} ({count})
        </option>
      ));
    return group === null ? (
      items
    ) : (
      <optgroup key={group} label={group}>
        {items}
      </optgroup>
    );
  });
}
