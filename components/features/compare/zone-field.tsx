import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField } from "@/components/ui/filter-field";
import { useText } from "@/lib/text/use-text";

interface ZoneFieldProps {
  path: string;
  /** The parameters of the comparison. */
  pairs: readonly (readonly [string, string])[];
}

/** Adds a zone by its name in addresses, where the zones are too many for a list. The page suggests the nearest one. */
export function ZoneField({ path, pairs }: ZoneFieldProps) {
  const { t } = useText();
  return (
    <form action={path} className="flex max-w-96 items-end gap-2">
      {pairs.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterField label={t("compare.picker.label")} className="flex-1">
        {(id) => (
          <input
            id={id}
            name="zones"
            required
            placeholder={t("pages.list.zone")}
            className={fieldClass()}
          />
        )}
      </FilterField>
      <Button type="submit" className="h-(--field)">
        {t("compare.picker.add")}
      </Button>
    </form>
  );
}
