import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { GROUPS } from "@/lib/catalogue/groups";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { Span } from "@/lib/changes/change";
import { CHANGE_KINDS, CHANGE_WORDS } from "@/lib/changes/change-kinds";
import type { ChangeFilter } from "@/lib/contract/changes-answer";
import { shortZoneName } from "@/lib/evidence/short-zone-name";

/** Props of the form over the list of changes. */
export interface ChangeFormProps {
  span: Span;
  /** Are versions compared, and not days? */
  versions: boolean;
  filter: ChangeFilter;
  zones: readonly { readonly slug: string; readonly name: string }[];
  /** The last moment that can be asked for. */
  latest: Span["to"];
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

const FIELDS: readonly Option[] = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS].map((value) => ({
  value,
  label: fieldSpec(value).label,
  group: GROUPS[fieldSpec(value).group],
}));

/** Two moments and what to keep of their differences, as a plain form: the answer has an address of its own, no script needed. */
export function ChangeForm({ span, versions, filter, zones, latest }: ChangeFormProps) {
  const { from, to } = span;
  const end = (name: "from" | "to", label: string, moment: Span["to"]) => (
    <label className="grid gap-1">
      <span className="text-12 text-ink-2">{label}</span>
      <input
        name={name}
        required
        className={fieldClass()}
        {...(versions
          ? { defaultValue: `r${moment.revision}`, pattern: "r[0-9]+" }
          : { type: "date", defaultValue: moment.asOf, max: latest.asOf })}
      />
    </label>
  );
  return (
    <form
      action="/changes"
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-4 xl:grid-cols-[repeat(2,9.5rem)_repeat(4,minmax(0,1fr))_auto]"
    >
      {end("from", versions ? "From version" : "From", from)}
      {end("to", versions ? "To version" : "To", to)}
      <Choice
        name="kind"
        label="Kind"
        all="All kinds"
        chosen={filter.kind}
        options={CHANGE_KINDS.map((value) => ({ value, label: CHANGE_WORDS[value].label }))}
      />
      <Choice
        name="province"
        label="Province"
        all="All provinces"
        chosen={filter.province}
        options={listTerms("province")}
      />
      <Choice
        name="zone"
        label="Zone"
        all="All zones"
        chosen={filter.zone}
        options={zones.map(({ slug, name }) => ({ value: slug, label: shortZoneName(name) }))}
      />
      <Choice name="field" label="Field" all="All fields" chosen={filter.field} options={FIELDS} />
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
  chosen: readonly string[] | undefined;
  options: readonly Option[];
}

/** One value or all; several, which only an address can ask for, stay as they are. */
function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  const value = chosen?.join(",") ?? "";
  const groups = [...new Set(options.map(({ group }) => group))];
  const items = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
  return (
    <label className="grid min-w-0 gap-1">
      <span className="text-12 text-ink-2">{label}</span>
      <select name={name} defaultValue={value} className={fieldClass()}>
        <option value="">{all}</option>
        {chosen && chosen.length > 1 ? <option value={value}>{chosen.length} chosen</option> : null}
        {groups.map((group) =>
          group === undefined ? (
            items(group)
          ) : (
            <optgroup key={group} label={group}>
              {items(group)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}
