import type { Route } from "next";
import Link from "next/link";
import { IntervalBar } from "@/components/charts/interval-bar";
import { StatusMark } from "@/components/evidence/status-mark";
import { Section } from "@/components/layout/section";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { COMPARE_LIMITS, listSimilarZones } from "@/lib/query/compare";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";

interface SimilarSectionProps {
  zone: ZoneRecord;
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
  /** The date and revision as in the address. */
  moment: ZoneView["moment"];
}

/** Other zones of the same province with their readiness on one scale, highest confirmed score first. */
export function SimilarSection({ zone, all, moment }: SimilarSectionProps) {
  const text = useText();
  const { t } = text;
  const { shown, total } = listSimilarZones(zone, all);
  const { province } = zone.values;
  if (shown.length === 0 || province === null) return null;
  const compared = [zone.slug, ...shown.map(({ zone: other }) => other.slug)].slice(
    0,
    COMPARE_LIMITS.max,
  );
  return (
    <Section
      id="similar"
      title={t("zones.similar.title", { province: text.termLabel("province", province) })}
      note={
        total > shown.length
          ? t("zones.similar.orderOf", { shown: String(shown.length), total: String(total) })
          : t("zones.similar.order")
      }
    >
      <ul>
        {shown.map(({ zone: other, readiness }) => {
          const candidate = isCandidate(other.values);
          return (
            <li
              key={other.slug}
              className="grid min-h-6 grid-cols-[14px_minmax(0,1fr)_minmax(4rem,9rem)_3.5rem] items-center gap-x-2 py-0.5"
            >
              <StatusMark status={other.values.status} candidate={candidate} />
              <Link
                className="font-semibold hover:underline"
                href={`/zones/${other.slug}${toSearch(moment)}` as Route}
              >
                {shortZoneName(other.values.name ?? other.slug)}
                {candidate ? <span className="sr-only">{t("zones.similar.candidate")}</span> : null}
              </Link>
              {readiness === null ? (
                <span className="unknown col-span-2">{t("common.notApplicableBare")}</span>
              ) : (
                <>
                  <IntervalBar
                    low={readiness.low}
                    high={readiness.high}
                    candidate={candidate}
                    label={t("zones.readiness.range", {
                      low: text.number(readiness.low, { digits: 0 }),
                      high: text.number(readiness.high, { digits: 0 }),
                      share: text.percent(readiness.coverage),
                    })}
                  />
                  <span aria-hidden="true" className="tabular text-end">
                    {text.range(readiness.low, readiness.high)}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="no-print mt-2">
        <a
          className="link inline-flex min-h-6 items-center"
          href={`/compare${toSearch([["zones", compared.join(",")], ...moment])}`}
        >
          {t("zones.similar.compare", { count: String(compared.length) })}
        </a>
      </p>
    </Section>
  );
}
