import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { SCOPES } from "@/lib/query/scope";
import { scopeLabel } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";

const ORDERS = [
  { value: "-readiness", label: "readiness by the floor" },
  { value: "-coverage", label: "how much is known" },
  { value: "name", label: "name" },
  { value: "-areaAcres", label: "area" },
] as const;

const FORMS = [
  { action: "/api/v1/zones", label: "JSON" },
  { action: "/api/v1/zones.csv", label: "CSV" },
  { action: "/api/v1/zones.xlsx", label: "XLSX" },
  { action: "/api/v1/zones.geojson", label: "GeoJSON" },
] as const;

/** A question to put to the API at once; each button asks for another form of the answer. No script is needed. */
export function TryForm({ today }: { today: string }) {
  const text = useText();
  return (
    <form
      action={FORMS[0].action}
      aria-label="Try the API"
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-[repeat(3,minmax(0,12rem))_auto]"
    >
      <label className="grid min-w-0 gap-1">
        <span className="text-12 text-ink-2">Zones</span>
        <select name="scope" defaultValue="announced" className={fieldClass()}>
          {SCOPES.map((scope) => (
            <option key={scope} value={scope}>
              {scopeLabel(text, scope, null)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 gap-1">
        <span className="text-12 text-ink-2">As of</span>
        <input
          type="date"
          name="asOf"
          required
          defaultValue={today}
          max={today}
          className={fieldClass()}
        />
      </label>
      <label className="grid min-w-0 gap-1 max-md:col-span-2">
        <span className="text-12 text-ink-2">Order</span>
        <select name="sort" defaultValue="-readiness" className={fieldClass()}>
          {ORDERS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className="flex flex-wrap gap-2 max-md:col-span-2">
        {FORMS.map(({ action, label }) => (
          <Button key={action} type="submit" formAction={action} className="h-(--field)">
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}
