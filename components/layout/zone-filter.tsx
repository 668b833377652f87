import type { ComponentProps } from "react";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField, FilterSelect } from "@/components/ui/filter-field";
import { MOST_ON_ONE_PAGE } from "@/lib/query/list-page";
import { usePlainText } from "@/lib/text/use-plain-text";

interface ZoneFilterProps extends ComponentProps<typeof FilterSelect> {
  /** The number of zones to choose from. */
  zones: number;
}

/**
 * The choice of a zone in a form that filters a page. Of more zones than a list can show, it is a field for the zone's
 * name in addresses; the page suggests the nearest name where it is misspelled.
 */
export function ZoneFilter({ zones, ...select }: ZoneFilterProps) {
  if (zones <= MOST_ON_ONE_PAGE) return <FilterSelect {...select} />;
  const { label, name, value } = select;
  return <ZoneNameField label={label} name={name} defaultValue={value} />;
}

/** A field for a zone's name in addresses. */
export function ZoneNameField({
  label,
  className,
  ...input
}: ComponentProps<"input"> & { label: string }) {
  const { t } = usePlainText();
  return (
    <FilterField label={label} className={className}>
      {(id) => (
        <input {...input} id={id} placeholder={t("pages.list.zone")} className={fieldClass()} />
      )}
    </FilterField>
  );
}
