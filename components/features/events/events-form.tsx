import { PageForm } from "@/components/layout/link";
import { ZoneFilter } from "@/components/layout/zone-filter";
import { Button } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-field";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { EVENT_KINDS, type EventKind } from "@/lib/evidence/ledger-records";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { notAllowed, type ParamIssue } from "@/lib/query/param-issues";
import { listKinds } from "@/lib/text/events-summary";
import { upperFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";

/** The parameter with the kinds of event. */
export const KIND_PARAM = "kind";

/**
 * Reads the kinds of event from an address, such as `kind=policy,security`, in the order of display. No
 * kind means all. An issue for each word that is no kind.
 */
export function readKinds(
  given: readonly string[],
): { readonly kinds: readonly EventKind[] } | { readonly problems: readonly ParamIssue[] } {
  const words = new Set(given.flatMap((one) => one.split(",")).map((word) => word.trim()));
  words.delete("");
  const problems = [...words]
    .filter((word) => !EVENT_KINDS.some((kind) => kind === word))
    .map((got): ParamIssue => ({ param: KIND_PARAM, got, ...notAllowed(got, EVENT_KINDS).issue }));
  return problems.length > 0
    ? { problems }
    : { kinds: EVENT_KINDS.filter((kind) => words.has(kind)) };
}

interface EventsFormProps {
  /** None: all. */
  kinds: readonly EventKind[];
  /** The one zone, and the one province, in the address; null: none, or several. */
  zone: string | null;
  province: string | null;
  zones: readonly { readonly slug: string; readonly name: string }[];
  /** The other parameters of the address, which stay. */
  kept: readonly (readonly [string, string])[];
}

/** Kind of event, province and zone, as a plain form: the result has its own address, without a script. */
export function EventsForm({ kinds, zone, province, zones, kept }: EventsFormProps) {
  const text = useText();
  const { t } = text;
  return (
    <PageForm
      action="/events"
      aria-label={t("events.filter.label")}
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-[12rem_14rem_minmax(0,18rem)_auto] md:justify-start"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterSelect
        name={KIND_PARAM}
        label={t("events.filter.kind")}
        all={t("events.filter.allKinds")}
        value={kinds.join(",")}
      >
        {kinds.length > 1 ? (
          <option value={kinds.join(",")}>{listKinds(text, kinds)}</option>
        ) : null}
        {EVENT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {upperFirst(text, t(`ledger.eventKind.${kind}`))}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        name="province"
        label={t("events.filter.province")}
        all={t("events.filter.allProvinces")}
        value={province ?? ""}
      >
        {listTerms("province").map(({ value }) => (
          <option key={value} value={value}>
            {text.termLabel("province", value)}
          </option>
        ))}
      </FilterSelect>
      <ZoneFilter
        zones={zones.length}
        name="zones"
        label={t("events.filter.zone")}
        all={t("events.filter.allZones")}
        value={zone ?? ""}
      >
        {zones.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {shortenZoneName(name)}
          </option>
        ))}
      </ZoneFilter>
      <Button type="submit" className="h-(--field)">
        {t("events.filter.submit")}
      </Button>
    </PageForm>
  );
}
