import type { Route } from "next";
import Link from "next/link";
import { ReadinessBand } from "@/components/charts/readiness-band";
import { StatusMark } from "@/components/evidence/status-mark";
import { Section } from "@/components/layout/section";
import { getLabel } from "@/lib/catalogue/vocabularies";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { COMPARE_LIMITS } from "@/lib/query/compare";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { listSimilarZones } from "@/lib/query/similar-zones";
import { formatRange } from "@/lib/text/format-number";
import { inWords } from "@/lib/text/number-words";

/** Props of the list of similar zones. */
export interface SimilarSectionProps {
  zone: ZoneRecord;
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
  /** The moment as the address asks for it. */
  moment: ZoneView["moment"];
}

/** Other zones of the same province, with their readiness on the same scale. */
export function SimilarSection({ zone, all, moment }: SimilarSectionProps) {
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
      title={`Also in ${getLabel("province", province)}`}
      note={
        total > shown.length
          ? `${shown.length} of ${total}, by the floor of readiness`
          : "by the floor of readiness"
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
                {candidate ? <span className="sr-only">, approval not evidenced</span> : null}
              </Link>
              <ReadinessBand value={readiness} candidate={candidate} />
              <span aria-hidden="true" className="tabular text-right">
                {readiness === null ? null : formatRange(readiness.low, readiness.high)}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="no-print mt-2">
        <a
          className="link inline-flex min-h-6 items-center"
          href={`/compare${toSearch([["zones", compared.join(",")], ...moment])}`}
        >
          Compare the first {inWords(compared.length)} side by side
        </a>
      </p>
    </Section>
  );
}
