import { PageForm } from "@/components/layout/link";
import { ZoneNameField } from "@/components/layout/zone-filter";
import { Button } from "@/components/ui/button";
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
    <PageForm action={path} className="flex max-w-96 items-end gap-2">
      {pairs.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ZoneNameField label={t("compare.picker.label")} name="zones" required className="flex-1" />
      <Button type="submit" className="h-(--field)">
        {t("compare.picker.add")}
      </Button>
    </PageForm>
  );
}
