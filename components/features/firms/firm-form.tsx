import { Button } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-field";
import { INVESTORS_PATH } from "@/lib/firms/firm-address";
import {
  FIRM_FILTERS,
  type FirmFilter,
  type FirmFilterKey,
  type FirmOption,
  investorsPath,
} from "@/lib/firms/firm-filter";
import type { Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { describeFirmTerm } from "@/lib/text/firm-words";
import { useText } from "@/lib/text/use-text";

interface FirmFormProps {
  query: Query;
  filter: FirmFilter;
  /** The terms of each filter, counted under the other filters. */
  options: Readonly<Record<FirmFilterKey, readonly FirmOption[]>>;
  zoneNames: ReadonlyMap<string, string>;
  /** The number of firms that match, and of all. */
  found: { readonly shown: number; readonly all: number };
}

/** The filters of firms as a plain form: the result is a page with its own address, without a script. */
export function FirmForm({ query, filter, options, zoneNames, found }: FirmFormProps) {
  const text = useText();
  const { t } = text;
  const isFiltered = FIRM_FILTERS.some((key) => filter[key] !== undefined);
  return (
    <form
      action={INVESTORS_PATH}
      aria-label={t("firms.filter.label")}
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 xl:grid-cols-[repeat(6,minmax(0,1fr))_auto]"
    >
      {writeQuery(query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {FIRM_FILTERS.map((key) => (
        <FilterSelect
          key={key}
          name={key}
          label={t(`firms.filter.${key}`)}
          value={filter[key]?.join(",") ?? ""}
          all={t("firms.filter.all")}
        >
          <ChosenOption
            filter={key}
            terms={filter[key]}
            options={options[key]}
            zoneNames={zoneNames}
          />
          {options[key].map(({ value, count }) => (
            <option key={value} value={value}>
              {t("firms.filter.option", {
                term: describeFirmTerm(text, key, value, zoneNames),
                count: text.number(count),
              })}
            </option>
          ))}
        </FilterSelect>
      ))}
      <div className="flex min-h-(--field) items-center gap-3">
        <Button type="submit">{t("firms.filter.submit")}</Button>
        {isFiltered ? (
          <a className="link inline-block min-h-6 py-0.5" href={investorsPath(query, {})}>
            {t("firms.filter.clear")}
          </a>
        ) : null}
      </div>
      <p role="status" className="col-span-full text-12 text-ink-2">
        {t("firms.filter.found", {
          part: found.shown === found.all ? "all" : "some",
          shown: text.number(found.shown),
          all: text.number(found.all),
        })}{" "}
        {found.shown === 0 ? null : (
          <a className="link" href="#firms">
            {t("firms.filter.list")}
          </a>
        )}
      </p>
    </form>
  );
}

interface ChosenOptionProps {
  filter: FirmFilterKey;
  terms: readonly string[] | undefined;
  options: readonly FirmOption[];
  zoneNames: ReadonlyMap<string, string>;
}

/** The chosen terms, if the list has no option for them: several at once, or one that no firm here has. */
function ChosenOption({ filter, terms, options, zoneNames }: ChosenOptionProps) {
  const text = useText();
  if (terms === undefined) return null;
  const value = terms.join(",");
  if (options.some((option) => option.value === value)) return null;
  return (
    <option value={value}>
      {text.list(
        terms.map((term) => describeFirmTerm(text, filter, term, zoneNames)),
        "or",
      )}
    </option>
  );
}
