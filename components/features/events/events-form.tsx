import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { EVENT_KINDS, type EventKind } from "@/lib/evidence/ledger-records";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { listed } from "@/lib/text/number-words";

/** Props of the form over the timeline. */
export interface EventsFormProps {
  /** None: all. */
  kinds: readonly EventKind[];
  /** The one zone, and the one province, that the address picks; null: none, or several. */
  zone: string | null;
  province: string | null;
  zones: readonly { readonly slug: string; readonly name: string }[];
  /** The rest of the address, which stays. */
  kept: readonly (readonly [string, string])[];
}

/** Kind of event, province and zone, as a plain form: the answer has an address of its own, no script needed. */
export function EventsForm({ kinds, zone, province, zones, kept }: EventsFormProps) {
  return (
    <form
      action="/events"
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-[12rem_14rem_minmax(0,18rem)_auto] md:justify-start"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Choice name="kind" label="Kind of event" all="All kinds" value={kinds.join(",")}>
        {kinds.length > 1 ? <option value={kinds.join(",")}>{listed(kinds, "or")}</option> : null}
        {EVENT_KINDS.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Choice>
      <Choice name="province" label="Province" all="All provinces" value={province}>
        {listTerms("province").map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice name="zones" label="Zone" all="All zones" value={zone}>
        {zones.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {shortZoneName(name)}
          </option>
        ))}
      </Choice>
      <Button type="submit" className="h-(--field)">
        Show
      </Button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  value: string | null;
  children: ReactNode;
}

function Choice({ name, label, all, value, children }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1">
      <span className="text-12 text-ink-2">{label}</span>
      <select name={name} defaultValue={value ?? ""} className={fieldClass()}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}
