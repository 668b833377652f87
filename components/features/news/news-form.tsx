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
import { NEWS_KINDS } from "@/lib/changes/event-timeline";
import { LEARNED, learnedAddress } from "@/lib/changes/news-address";
import { listLastQuarters, type Quarter } from "@/lib/changes/span";
import { FEED_FORMATS } from "@/lib/contract/feeds";
import type { Moment } from "@/lib/evidence/resolve";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { toSearch } from "@/lib/query/search-string";
import { upperFirst } from "@/lib/text/first-letter";
import { nameNewsKind } from "@/lib/text/news-summary";
import { useText } from "@/lib/text/use-text";
import { addDays, type Day } from "@/lib/time/day";

type Pairs = readonly (readonly [string, string])[];

/** What of the second tab the form changes. */
interface LearnedFilter {
  readonly span: Span;
  /** Are revisions compared, and not days? */
  readonly byRevision: boolean;
  readonly field: readonly string[] | undefined;
  /** The last moment that can be compared. */
  readonly latest: Moment;
}

interface NewsFormProps {
  /** Chosen values; absent: all. */
  kind: readonly string[] | undefined;
  province: readonly string[] | undefined;
  zone: readonly string[] | undefined;
  zones: readonly { readonly slug: string; readonly name: string }[];
  /** Of what happened: the year, null for all, and the years to choose from. Of what we learned: what is compared. */
  when: { readonly year: number | null; readonly years: readonly number[] } | LearnedFilter;
  /** The other parameters of the address, which stay. */
  kept: Pairs;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

/** The filters of both tabs as a plain form: the result is a page with its own address, without a script. */
export function NewsForm({ kind, province, zone, zones, when, kept }: NewsFormProps) {
  const text = useText();
  const { t } = text;
  const isLearned = "span" in when;
  const kinds = isLearned
    ? CHANGE_KINDS.map((value) => ({ value, label: t(`changes.kind.${value}.label`) }))
    : NEWS_KINDS.map((value) => ({ value, label: upperFirst(text, nameNewsKind(text, value)) }));
  return (
    <PageForm
      action="/news"
      aria-label={t("changes.form.label")}
      className="no-print mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-4 xl:flex [&>div]:xl:w-42"
    >
      {[...kept, ...(isLearned ? [LEARNED] : [])].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isLearned ? <SpanFields {...when} /> : null}
      <Choice
        name="kind"
        label={t("changes.form.kind")}
        all={t("changes.form.allKinds")}
        chosen={kind}
        options={kinds}
      />
      <Choice
        name="province"
        label={t("changes.form.province")}
        all={t("changes.form.allProvinces")}
        chosen={province}
        options={listTerms("province").map(({ value }) => ({
          value,
          label: text.termLabel("province", value),
        }))}
      />
      <Choice
        name="zones"
        label={t("changes.form.zone")}
        all={t("changes.form.allZones")}
        chosen={zone}
        options={zones.map(({ slug, name }) => ({ value: slug, label: shortenZoneName(name) }))}
        zones={zones.length}
      />
      {isLearned ? (
        <Choice
          name="field"
          label={t("changes.form.field")}
          all={t("changes.form.allFields")}
          chosen={when.field}
          options={FIELD_KEYS.map((value) => ({
            value,
            label: text.fieldLabel(value),
            group: text.groupLabel(fieldSpec(value).group),
          }))}
        />
      ) : (
        <Choice
          name="year"
          label={t("news.figure.year")}
          all={t("news.filter.allYears")}
          chosen={when.year === null ? undefined : [String(when.year)]}
          options={when.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      )}
      <Button type="submit" className="h-(--field)">
        {t("news.filter.submit")}
      </Button>
    </PageForm>
  );
}

/** The two moments that are compared. */
function SpanFields({ span, byRevision, latest }: LearnedFilter) {
  const { t } = useText();
  return (["from", "to"] as const).map((name) => (
    <FilterField key={name} label={t(`changes.form.${name}${byRevision ? "Revision" : "Day"}`)}>
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
  ));
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

interface PeriodLinksProps {
  /** The quarter that is shown; null: none. */
  quarter: Quarter | null;
  byRevision: boolean;
  latest: Moment;
  /** The two moments and the filters as in the address. */
  ends: Pairs;
  conditions: Pairs;
}

/** Links to the periods that readers ask for most, to the last quarters, and to compare revisions or days. */
export function PeriodLinks({ quarter, byRevision, latest, ends, conditions }: PeriodLinksProps) {
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
    {
      label: t(byRevision ? "changes.links.days" : "changes.links.revisions"),
      params: byRevision
        ? []
        : ([
            ["from", `r${Math.max(0, latest.revision - 1)}`],
            ["to", `r${latest.revision}`],
          ] as const),
      current: false,
    },
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
          href={learnedAddress([...params, ...conditions])}
        >
          {label}
        </Anchor>
      ))}
    </nav>
  );
}

interface FollowLinksProps {
  /** Conditions of the feeds, which have no moments. */
  conditions: Pairs;
  /** The same changes from the API. */
  api: string;
}

/** Links to follow changes with feeds, and to the same as JSON; and print. */
export function FollowLinks({ conditions, api }: FollowLinksProps) {
  const { t } = useText();
  const filtered = conditions.length > 0 ? "yes" : "no";
  return (
    <div className="no-print mb-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-13 text-ink-2">
      {FEED_FORMATS.map(({ name, ending, type }) => (
        <Anchor
          key={ending}
          className="link"
          href={`/api/v1/changes.${ending}${toSearch(conditions)}`}
          type={type}
        >
          {t("changes.links.feed", { format: name, filtered })}
        </Anchor>
      ))}
      <Anchor className="link" href={api}>
        {t("changes.links.json")}
      </Anchor>
      <PrintButton />
    </div>
  );
}
