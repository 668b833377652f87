import { Swatch } from "@/components/charts/legend";
import { TARGET_TONES, TargetBar } from "@/components/evidence/target-bar";
import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { cx } from "@/components/ui/cx";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import type { Registry, ZoneRecord } from "@/lib/evidence/registry";
import { shortenZoneName, zoneNames } from "@/lib/evidence/zone-name";
import {
  type OpenTarget,
  type ProvinceTargets,
  targetsByProvince,
} from "@/lib/targets/target-counts";
import { TARGET_STATES } from "@/lib/targets/targets";
import { changePath } from "@/lib/text/change-words";
import { describeRenewals, describeTargetCounts } from "@/lib/text/target-words";
import { useText } from "@/lib/text/use-text";

const CALENDAR = ENDPOINTS.targetsCalendar;

interface TargetsOverviewProps {
  registry: Registry;
  evidence: EvidenceIndex;
  /** The day shown, for the links to zones; null: today. */
  asOf: string | null;
}

/** The outcome of every target by a day, for each province and in total: a bar for each, and its counts. */
export function TargetsOverview({ registry, evidence, asOf }: TargetsOverviewProps) {
  const text = useText();
  const { t } = text;
  const { provinces, all } = targetsByProvince(evidence, registry);
  const most = Math.max(1, ...provinces.map(({ total }) => total));
  return (
    <Section
      id="promises"
      title={describeTargetCounts(text, all.counts)}
      note={t("changes.targets.note", { day: text.day(registry.asOf) })}
      className="mt-10"
    >
      {all.total === 0 ? null : (
        <table className="w-full break-inside-avoid border-collapse text-start max-sm:block">
          <caption className="sr-only">{t("changes.targets.caption")}</caption>
          <thead className="text-13 text-ink-2 max-sm:sr-only">
            <tr>
              <th scope="col" className="border-line-2 border-b py-1 pe-3 text-start font-normal">
                {t("changes.targets.province")}
              </th>
              <td className="w-full border-line-2 border-b" />
              {TARGET_STATES.map((state) => (
                <th
                  key={state}
                  scope="col"
                  title={t(`targets.state.${state}.definition`)}
                  className="whitespace-nowrap border-line-2 border-b py-1 ps-3 text-end align-bottom font-normal"
                >
                  <span className="me-1 inline-block">
                    <Swatch tone={TARGET_TONES[state]} width={10} />
                  </span>
                  {t(`targets.state.${state}.label`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {provinces.map((targets) => (
              <CountRow
                key={targets.province ?? "unknown"}
                label={
                  targets.province === null
                    ? t("changes.targets.provinceUnknown")
                    : text.termLabel("province", targets.province)
                }
                targets={targets}
                most={most}
              />
            ))}
            <CountRow
              label={t("changes.targets.all", { count: all.zones.length })}
              targets={all}
              most={null}
            />
          </tbody>
        </table>
      )}
      <OpenTargets targets={all.open} zones={registry.zones} asOf={asOf} />
      <p className="no-print mt-2 text-13">
        <Anchor
          className="link"
          href={`${CALENDAR.path}?scope=all${asOf === null ? "" : `&asOf=${asOf}`}`}
          type={CALENDAR.answer.type}
        >
          {t("changes.targets.calendar")}
        </Anchor>
      </p>
    </Section>
  );
}

interface CountRowProps {
  label: string;
  targets: Pick<ProvinceTargets, "counts" | "renewals">;
  /** The greatest total, which fills the width; null: no bar. */
  most: number | null;
}

/** A row of the table; on a phone a block with the counts side by side. */
function CountRow({ label, targets: { counts, renewals }, most }: CountRowProps) {
  const text = useText();
  return (
    <tr
      className={cx(
        "border-line border-b align-top max-sm:grid max-sm:grid-cols-[repeat(5,auto)] max-sm:justify-between max-sm:gap-x-2 max-sm:py-1.5",
        most === null && "font-semibold",
      )}
    >
      <th
        scope="row"
        className="pe-3 text-start font-medium max-sm:col-span-5 max-sm:w-0 max-sm:min-w-full sm:whitespace-nowrap sm:py-1.5"
      >
        {label}
      </th>
      <td className="max-sm:col-span-5 max-sm:w-0 max-sm:min-w-full sm:py-1.5">
        {most === null ? null : <TargetBar counts={counts} full={most} />}
        <span className="meta block font-normal">{describeRenewals(text, renewals)}</span>
      </td>
      {TARGET_STATES.map((state) => (
        <td
          key={state}
          className={cx(
            "tabular sm:py-1.5 sm:ps-3 sm:text-end",
            counts[state] === 0 && "text-ink-3",
          )}
        >
          <span className="block text-13 text-ink-2 sm:hidden">
            {text.t(`targets.state.${state}.label`)}{" "}
          </span>
          <span className="me-1 inline-block sm:hidden">
            <Swatch tone={TARGET_TONES[state]} width={10} />
          </span>
          {text.number(counts[state])}
        </td>
      ))}
    </tr>
  );
}

interface OpenTargetsProps {
  /** Earliest due first. */
  targets: readonly OpenTarget[];
  zones: readonly ZoneRecord[];
  /** The day shown; null: today. */
  asOf: string | null;
}

/** The targets that are not due yet, and the days left. */
function OpenTargets({ targets, zones, asOf }: OpenTargetsProps) {
  const text = useText();
  if (targets.length === 0) return null;
  const names = zoneNames(zones);
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold text-13">{text.t("changes.targets.open")}</h3>
      <ul>
        {targets.map(({ slug, field, target, daysLeft }) => (
          <li
            key={`${slug} ${field} ${target.evidence.claim.id}`}
            className="flex min-h-6 flex-wrap items-baseline gap-x-3 border-line border-t py-1"
          >
            <b className="tabular min-w-24 font-semibold">
              {text.t("changes.targets.left", { days: daysLeft })}
            </b>
            <span className="min-w-0">
              {text.t.rich("changes.targets.openTarget", {
                zone: shortenZoneName(names.get(slug) ?? slug),
                name: text.t(`targets.name.${field}`),
                due: text.partialDate(target.targetDate),
                when: text.onDate(target.evidence.date),
                target: (chunks) => (
                  <Anchor
                    className="link"
                    href={changePath({ zone: slug, field, tenancy: null }, asOf)}
                  >
                    {chunks}
                  </Anchor>
                ),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
