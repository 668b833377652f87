import { Anchor, PageForm } from "@/components/layout/link";
import { Fold } from "@/components/layout/section";
import { ZoneFilter } from "@/components/layout/zone-filter";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField } from "@/components/ui/filter-field";
import { SelectOptions } from "@/components/ui/select-options";
import { FIRMS_PATH } from "@/lib/firms/firm-address";
import {
  FIRM_NAME_PARAM,
  type FirmFilter,
  type FirmFilterKey,
  type FirmOption,
  firmsPath,
  MAIN_FIRM_FILTERS,
  MORE_FIRM_FILTERS,
  writeFirmFilter,
} from "@/lib/firms/firm-filter";
import { MAX_TEXT_LENGTH } from "@/lib/query/param-readers";
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
}

/** The filters of firms as a plain form, folded on a phone: the result is a page with its own address, without a script. */
export function FirmForm({ query, filter, options, zoneNames }: FirmFormProps) {
  const text = useText();
  const { t } = text;
  const select = (key: FirmFilterKey) => (
    <ZoneFilter
      key={key}
      zones={key === "zone" ? options.zone.length : 0}
      name={key}
      label={t(`firms.filter.${key}`)}
      value={filter[key]?.join(",") ?? ""}
      all={t("firms.filter.all")}
    >
      <ChosenOption filter={key} terms={filter[key]} options={options[key]} zoneNames={zoneNames} />
      <SelectOptions
        options={options[key].map(({ value, count }) => [
          value,
          t("firms.filter.option", {
            term: describeFirmTerm(text, key, value, zoneNames),
            count: text.number(count),
          }),
        ])}
      />
    </ZoneFilter>
  );
  return (
    <Fold
      label={t("firms.filter.label")}
      open={writeFirmFilter(filter).length > 0}
      className="firm-filters no-print mb-3"
    >
      <PageForm
        action={FIRMS_PATH}
        aria-label={t("firms.filter.label")}
        className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 xl:grid-cols-[repeat(5,minmax(0,1fr))_auto]"
      >
        {writeQuery(query).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FilterField label={t("firms.filter.name")}>
          {(id) => (
            <input
              id={id}
              type="search"
              name={FIRM_NAME_PARAM}
              defaultValue={filter.name}
              maxLength={MAX_TEXT_LENGTH}
              className={fieldClass()}
            />
          )}
        </FilterField>
        {MAIN_FIRM_FILTERS.map(select)}
        <div className="flex min-h-(--field) items-center gap-3">
          <Button type="submit" className="h-(--field)">
            {t("firms.filter.submit")}
          </Button>
          {writeFirmFilter(filter).length > 0 ? (
            <Anchor className="link inline-block min-h-6 py-0.5" href={firmsPath(query, {})}>
              {t("firms.filter.clear")}
            </Anchor>
          ) : null}
        </div>
        <Fold
          label={t("firms.filter.more")}
          open={MORE_FIRM_FILTERS.some((key) => filter[key] !== undefined)}
          className="col-span-full"
        >
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {MORE_FIRM_FILTERS.map(select)}
          </div>
        </Fold>
      </PageForm>
    </Fold>
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
