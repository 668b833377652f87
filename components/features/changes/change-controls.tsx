import { Anchor, PageForm } from "@/components/layout/link";
import { PrintButton } from "@/components/layout/page-actions";
import { ZoneFilter } from "@/components/layout/zone-filter";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField } from "@/components/ui/filter-field";
import { FIELD_KEYS, fieldSpec } from "@/lib/catalogue/fields";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { Span } from "@/lib/changes/change";
import { CHANGE_KINDS } from "@/lib/changes/change-kinds";
import { listLastQuarters, type Quarter } from "@/lib/changes/span";
import type { ChangeFilter } from "@/lib/contract/changes-answer";
import { FEED_FORMATS } from "@/lib/contract/feeds";
import type { Moment } from "@/lib/evidence/resolve";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { useText } from "@/lib/text/use-text";
import { addDays, type Day } from "@/lib/time/day";
import { buildAddress } from "./changes-request";

interface ChangeFormProps {
  span: Span;
  /** Are revisions compared, and not days? */
  byRevision: boolean;
  filter: ChangeFilter;
  zones: readonly { readonly slug: string; readonly name: string }[];
  /** The last moment that can be compared. */
  latest: Moment;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

/** Two moments and the filters of their changes as a plain form: the result is a page with its own address, without a script. */
export function ChangeForm({ span, byRevision, filter, zones, latest }: ChangeFormProps) {
  const text = useText();
  const { t } = text;
  const fields = FIELD_KEYS.map((value) => ({
    value,
    label: text.fieldLabel(value),
    group: text.groupLabel(fieldSpec(value).group),
  }));
  const end = (name: "from" | "to") => (
    <FilterField label={t(`changes.form.${name}${byRevision ? "Revision" : "Day"}`)}>
      {(id) => (
        <input
          id={id}
          name={name}
          required
          className={fieldClass()}
          {...(byRevision
            ? { defaultValue: `r${span[name].revision}`, pattern: "r[0-9]+" }
            : { type: "date", defaultValue: span[name].asOf, max: latest.asOf })}
        />
      )}
    </FilterField>
  );
  return (
    <PageForm
      action="/changes"
      aria-label={t("changes.form.label")}
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-4 xl:grid-cols-[repeat(2,9.5rem)_repeat(4,minmax(0,1fr))_auto]"
    >
      {end("from")}
      {end("to")}
      <Choice
        name="kind"
        label={t("changes.form.kind")}
        all={t("changes.form.allKinds")}
        chosen={filter.kind}
        options={CHANGE_KINDS.map((value) => ({ value, label: t(`changes.kind.${value}.label`) }))}
      />
      <Choice
        name="province"
        label={t("changes.form.province")}
        all={t("changes.form.allProvinces")}
        chosen={filter.province}
        options={listTerms("province").map(({ value }) => ({
          value,
          label: text.termLabel("province", value),
        }))}
      />
      <Choice
        name="zone"
        label={t("changes.form.zone")}
        all={t("changes.form.allZones")}
        chosen={filter.zone}
        options={zones.map(({ slug, name }) => ({ value: slug, label: shortenZoneName(name) }))}
        zones={zones.length}
      />
      <Choice
        name="field"
        label={t("changes.form.field")}
        all={t("changes.form.allFields")}
        chosen={filter.field}
        options={fields}
      />
      <Button type="submit" className="h-(--field)">
        {t("changes.form.submit")}
      </Button>
    </PageForm>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  chosen: readonly string[] | undefined;
  options: readonly Option[];
  /** The number of zones to choose from; absent: it is no choice of a zone. */
  zones?: number;
}

/** One value or all. Several values, which only a link can have, stay selected together. */
function Choice({ name, label, all, chosen, options, zones = 0 }: ChoiceProps) {
  const text = useText();
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
    <ZoneFilter zones={zones} name={name} label={label} value={value} all={all}>
      {chosen && chosen.length > 1 ? (
        <option value={value}>
          {text.t("changes.form.selected", { count: text.number(chosen.length) })}
        </option>
      ) : null}
      {groups.map((group) =>
        group === undefined ? (
          items(group)
        ) : (
          <optgroup key={group} label={group}>
            {items(group)}
          </optgroup>
        ),
      )}
    </ZoneFilter>
  );
}

type Pairs = readonly (readonly [string, string])[];

/** The periods that readers ask for most, up to a day: each begins where the state before it was. */
export function listPeriods(day: Day) {
  const year = Number(day.slice(0, 4));
  const since = year - 2;
  return [
    { key: "month", from: addDays(day, -30), year: "" },
    { key: "year", from: `${year - 1}${day.slice(4)}`.replace("-02-29", "-02-28"), year: "" },
    { key: "since", from: `${since - 1}-12-31`, year: String(since) },
  ] as const;
}

interface ChangeLinksProps {
  /** The quarter that is shown; null: none. */
  quarter: Quarter | null;
  byRevision: boolean;
  latest: Moment;
  /** The two moments and the filters as in the address. */
  ends: Pairs;
  conditions: Pairs;
}

/** Links to the periods that readers ask for most and to the last quarters. */
export function PeriodLinks({ quarter, latest, ends, conditions }: ChangeLinksProps) {
  const { t } = useText();
  const quarters = listLastQuarters(latest.asOf, 5);
  const from = ends.find(([name]) => name === "from")?.[1];
  const to = ends.find(([name]) => name === "to")?.[1];
  const periods = [
    ...listPeriods(latest.asOf).map((period) => ({
      label: t(`changes.links.${period.key}`, { year: period.year }),
      params: [
        ["from", period.from],
        ["to", latest.asOf],
      ] as const,
      current: quarter === null && from === period.from && to === latest.asOf,
    })),
    ...quarters.map(({ name }) => {
      const [year = "", number = ""] = name.split("-Q");
      return {
        label: t("changes.links.quarter", { quarter: number, year }),
        params: [["quarter", name]] as const,
        current: name === quarter?.name,
      };
    }),
  ];
  return (
    <nav
      aria-label={t("changes.links.periods")}
      className="no-print mb-3 flex flex-wrap gap-x-3.5 gap-y-1 border-line sm:border-b lg:gap-x-5"
    >
      {periods.map(({ label, params, current }) => (
        <Anchor
          key={label}
          className="inline-flex min-h-8 items-center border-b-2 border-b-transparent hover:text-accent aria-[current]:border-b-accent aria-[current]:font-semibold"
          aria-current={current ? "page" : undefined}
          href={buildAddress("/changes", [...params, ...conditions])}
        >
          {label}
        </Anchor>
      ))}
    </nav>
  );
}

/** Links to follow the changes with feeds, to compare revisions or days, to the same changes as JSON; and print. */
export function ChangeLinks({ byRevision, latest, ends, conditions }: ChangeLinksProps) {
  const { t } = useText();
  const revisions: Pairs = [
    ["from", `r${Math.max(0, latest.revision - 1)}`],
    ["to", `r${latest.revision}`],
  ];
  return (
    <div className="no-print mb-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-12 text-ink-2">
      {/* A feed has filters but no moments. */}
      {FEED_FORMATS.map(({ name, ending, type }) => (
        <Anchor
          key={ending}
          className="link"
          href={buildAddress(`/api/v1/changes.${ending}`, conditions)}
          type={type}
        >
          {t("changes.links.feed", {
            format: name,
            filtered: conditions.length > 0 ? "yes" : "no",
          })}
        </Anchor>
      ))}
      <Anchor className="link" href={buildAddress("/api/v1/changes", [...ends, ...conditions])}>
        {t("changes.links.json")}
      </Anchor>
      <Anchor
        className="link"
        href={buildAddress("/changes", [...(byRevision ? [] : revisions), ...conditions])}
      >
        {t(byRevision ? "changes.links.days" : "changes.links.revisions")}
      </Anchor>
      <PrintButton />
    </div>
  );
}
