import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { LadderRungs, StageTrack } from "@/components/evidence/ladder-rungs";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import { cx } from "@/components/ui/cx";
import { Sentences } from "@/components/ui/sentences";
import { DEPENDENCE_FIELDS } from "@/lib/dependence/dependence";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { FIRMS_PATH, firmPath } from "@/lib/firms/firm-address";
import { byStage } from "@/lib/firms/firm-counts";
import type { FirmView } from "@/lib/firms/firm-view";
import {
  CHINA,
  getCountryTie,
  isSilent,
  isStrategic,
  listInvolvement,
  type PlacedFirm,
} from "@/lib/firms/firms";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { getClimb } from "@/lib/text/ladder-rungs";
import { useText } from "@/lib/text/use-text";

const FACTS = [
  "tenancySector",
  "nationality",
  "ultimateOwnerNationality",
  "involvement",
  "foreignEquityPct",
  "foreignEquityCountry",
  "investmentUsdM",
  "tenancyJobs",
] as const;

interface FirmInZoneProps {
  firm: PlacedFirm;
  view: FirmView;
}

/** A firm in one of its zones: the stages it reached, and every other value, each with its evidence. */
export function FirmInZone({ firm: { zone, record }, view }: FirmInZoneProps) {
  const text = useText();
  const { t } = text;
  const { asOf, revision, moment } = view;
  const { tenancy, fields } = record;
  const stage = fields.tenancyStage;
  const { rungs, aside } = getClimb(text, "tenancyStage", stage);
  const title = `place-${tenancy.id}`;
  return (
    <section
      aria-labelledby={title}
      className="grid gap-y-6 border-line-2 border-y border-t-2 border-t-ink py-6"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={title} className="title">
          {t.rich("firms.page.in", {
            zone: shortZoneName(zone),
            link: (chunks) => (
              <Anchor className="link" href={`/zones/${zone.slug}${toSearch(moment)}`}>
                {chunks}
              </Anchor>
            ),
          })}
        </h2>
        {isCandidate(zone.values) ? (
          <span className="inline-flex items-center gap-1.5 text-12 text-ink-2">
            <StandingMark standing="unknown" candidate />
            <Term of="candidate">{t("common.approval.candidateInFull")}</Term>
          </span>
        ) : null}
        {aside === null && stage.value !== null ? null : (
          <p className="flex flex-wrap items-baseline gap-x-2">
            <FieldValueView
              field="tenancyStage"
              tenancyId={tenancy.id}
              resolution={stage}
              unknown={t("firms.page.stageUnknown")}
              className={cx("font-semibold", aside && "text-amber-ink")}
            />
            <ValueDate resolution={stage} asOf={asOf} revision={revision} />
          </p>
        )}
        {isSilent({ zone, record }, asOf) ? (
          <p className="text-12 text-amber-ink">{t("firms.page.noNews")}</p>
        ) : null}
      </header>
      <LadderRungs
        field="tenancyStage"
        tenancyId={tenancy.id}
        rungs={rungs}
        resolution={stage}
        asOf={asOf}
        revision={revision}
        colour="var(--color-ramp-3)"
      />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
        {FACTS.map((field) => (
          <div key={field} className="min-w-0">
            <dt className="text-12 text-ink-2">
              <Term field={field} className="inline-block min-h-6 leading-6">
                {text.fieldLabel(field)}
              </Term>
            </dt>
            <dd>
              <FieldValueView
                field={field}
                tenancyId={tenancy.id}
                resolution={fields[field]}
                className="inline-block min-h-6 font-semibold"
              />
              <ValueDate
                resolution={fields[field]}
                asOf={asOf}
                revision={revision}
                className="block"
              />
              <FactNote field={field} firm={record} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What must be said with some values: that a sector is strategic, and that an investment is mostly a plan. */
function FactNote({
  field,
  firm: { values },
}: {
  field: (typeof FACTS)[number];
  firm: PlacedFirm["record"];
}) {
  const { t } = useText();
  const words =
    field === "tenancySector" && isStrategic(values.tenancySector)
      ? t("common.strategicSector")
      : field === "investmentUsdM" && values.investmentUsdM !== null
        ? t("firms.page.planned")
        : null;
  return words === null ? null : <span className="block text-12 text-ink-2">{words}</span>;
}

/** The number of other firms of a zone in the list; the zone's page has all. */
const MOST_LISTED = 6;

/** A firm's zones with their other firms, and the ways to similar firms. */
export function RelatedFirms({ view }: { view: FirmView }) {
  const { t } = useText();
  const { firms, moment } = view;
  return (
    <Section id="around" title={t("firms.related.title")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {firms.map((firm) => (
          <ZoneContext
            key={firm.record.tenancy.id}
            firm={firm}
            moment={moment}
            hasHeading={firms.length > 1}
          />
        ))}
        <SimilarFirms firms={firms} moment={moment} />
      </div>
    </Section>
  );
}

interface ZoneContextProps {
  firm: PlacedFirm;
  moment: FirmView["moment"];
  /** The zone's name is above it. */
  hasHeading: boolean;
}

function ZoneContext({ firm: { zone, record }, moment, hasHeading }: ZoneContextProps) {
  const text = useText();
  const { t } = text;
  const search = toSearch(moment);
  const name = shortZoneName(zone);
  const known = DEPENDENCE_FIELDS.filter((field) => zone.values[field] !== null).length;
  const others = byStage(zone.tenancies.filter(({ tenancy }) => tenancy.id !== record.tenancy.id));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {hasHeading ? <h3 className="font-semibold">{name}</h3> : null}
      <p className="text-ink-2">
        <Sentences
          of={[
            t("firms.related.zone", {
              legal: text.value("legalStatus", zone.values.legalStatus),
              status: text.value("status", zone.values.status),
            }),
            t.rich("firms.related.dependence", {
              known: text.number(known),
              total: text.number(DEPENDENCE_FIELDS.length),
              link: (chunks) => (
                <Anchor className="link" href={`/zones/${zone.slug}${search}#dependence`}>
                  {chunks}
                </Anchor>
              ),
            }),
            t(`firms.related.tie.${getCountryTie(record.values, CHINA)}`),
          ]}
        />
      </p>
      {others.length === 0 ? (
        <p className="text-ink-2">{t("firms.related.noOther", { zone: name })}</p>
      ) : (
        <div>
          <h3 className="mb-1 text-12 text-ink-2">{t("firms.related.others", { zone: name })}</h3>
          <ul className="grid gap-0.5">
            {others.slice(0, MOST_LISTED).map(({ tenancy, values }) => (
              <li
                key={tenancy.id}
                className="grid grid-cols-[minmax(0,1fr)_4.5rem_5.5rem] items-center gap-x-3"
              >
                <Anchor
                  className="link justify-self-start py-0.5 leading-5"
                  href={firmPath(tenancy.firmId, search)}
                >
                  {tenancy.firm}
                </Anchor>
                <StageTrack stage={values.tenancyStage} />
                <span className={values.tenancyStage === null ? "unknown" : "text-12 text-ink-2"}>
                  {text.value("tenancyStage", values.tenancyStage)}
                </span>
              </li>
            ))}
          </ul>
          {others.length > MOST_LISTED ? (
            <Anchor
              className="link inline-block min-h-6 py-0.5"
              href={`/zones/${zone.slug}${search}#firms`}
            >
              {t("firms.related.more", { count: text.number(others.length - MOST_LISTED) })}
            </Anchor>
          ) : null}
        </div>
      )}
    </div>
  );
}

interface SimilarFirmsProps {
  firms: readonly PlacedFirm[];
  moment: FirmView["moment"];
}

/** Links to the firms with the same sector, owner's country, partners' country or stage. */
function SimilarFirms({ firms, moment }: SimilarFirmsProps) {
  const text = useText();
  const { t } = text;
  const links = new Map<string, string>();
  const add = (words: string, key: string, term: string) =>
    links.set(words, FIRMS_PATH + toSearch([["scope", "all"], ...moment, [key, term]]));
  for (const { record } of firms) {
    const {
      tenancySector: sector,
      ultimateOwnerNationality: owner,
      tenancyStage: stage,
    } = record.values;
    if (sector !== null)
      add(t("firms.related.sector", { sector: text.sector(sector) }), "sector", sector);
    if (owner !== null) {
      add(t("firms.related.owner", { country: text.country(owner) }), "owner", owner);
    }
    for (const country of new Set(listInvolvement(record.values).map((one) => one.country))) {
      const words = t("firms.related.involvement", { country: text.countryInSentence(country) });
      add(words, "involvement", country);
    }
    if (stage !== null) {
      const label = text.termLabel("tenancyStage", stage);
      add(t("firms.related.stage", { stage: label }), "stage", stage);
    }
  }
  if (links.size === 0) return null;
  return (
    <div className="no-print">
      <h3 className="mb-1 text-12 text-ink-2">{t("firms.related.similar")}</h3>
      <ul className="flex flex-wrap gap-x-4">
        {[...links].map(([words, href]) => (
          <li key={href}>
            <Anchor className="link inline-flex min-h-6 items-center" href={href}>
              {words}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  );
}
