import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import {
  FIRM_FILTERS,
  type FirmFilter,
  type FirmFilterKey,
  type FirmOption,
} from "@/lib/firms/firm-filter";
import type { Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import {
  FIRM_FILTER_LABELS,
  firmWordLabel,
  INVESTORS_PATH,
  investorsPath,
} from "@/lib/text/firm-words";

/** Props of the form over the firms. */
export interface FirmFormProps {
  query: Query;
  filter: FirmFilter;
  /** The words of each part, counted under the other parts. */
  options: Readonly<Record<FirmFilterKey, readonly FirmOption[]>>;
  zoneNames: ReadonlyMap<string, string>;
  /** How many firms answer, and of how many. */
  found: { readonly shown: number; readonly all: number };
}

/** What the firms are narrowed by, as a plain form: the answer is a page with an address of its own, no script needed. */
export function FirmForm({ query, filter, options, zoneNames, found }: FirmFormProps) {
  const asked = FIRM_FILTERS.some((key) => filter[key] !== undefined);
  return (
    <form
      action={INVESTORS_PATH}
      aria-label="Narrow the firms"
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 xl:grid-cols-[repeat(6,minmax(0,1fr))_auto]"
    >
      {writeQuery(query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {FIRM_FILTERS.map((key) => (
        <label key={key} className="grid min-w-0 gap-1">
          <span className="text-12 text-ink-2">{FIRM_FILTER_LABELS[key]}</span>
          <select name={key} defaultValue={filter[key]?.join(",") ?? ""} className={fieldClass()}>
            <option value="">All</option>
            <Chosen part={key} words={filter[key]} options={options[key]} zoneNames={zoneNames} />
            {options[key].map(({ value, count }) => (
              <option key={value} value={value}>
                {`${firmWordLabel(key, value, zoneNames)} (${count})`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div className="flex min-h-(--field) items-center gap-3">
        <Button type="submit">Show</Button>
        {asked ? (
          <a className="link inline-block min-h-6 py-0.5" href={investorsPath(query, {})}>
            Clear
          </a>
        ) : null}
      </div>
      <p role="status" className="col-span-full text-12 text-ink-2">
        {found.shown === found.all
          ? `All ${found.all} firms named in these zones. `
          : `${found.shown} of the ${found.all} firms named in these zones. `}
        {found.shown === 0 ? null : (
          <a className="link" href="#firms">
            One by one
          </a>
        )}
      </p>
    </form>
  );
}

interface ChosenProps {
  part: FirmFilterKey;
  words: readonly string[] | undefined;
  options: readonly FirmOption[];
  zoneNames: ReadonlyMap<string, string>;
}

/** What the address asks and the list does not offer: several words at once, or one that no firm here has. */
function Chosen({ part, words, options, zoneNames }: ChosenProps) {
  if (words === undefined) return null;
  const value = words.join(",");
  if (options.some((option) => option.value === value)) return null;
  return (
    <option value={value}>
      {words.map((word) => firmWordLabel(part, word, zoneNames)).join(", ")}
    </option>
  );
}
