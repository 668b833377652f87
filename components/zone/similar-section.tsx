import Link from "next/link";
import { formatRange } from "@/components/fields/format-number";
import { ReadinessBand } from "@/components/fields/readiness-band";
import { shortZoneName } from "@/components/fields/short-zone-name";
import { StatusMark } from "@/components/fields/status-mark";
import { labelOf } from "@/lib/catalogue/vocabularies";
import type { ZoneRecord } from "@/lib/registry/registry";
import { isCandidate } from "@/lib/registry/scope";
import { Section } from "./section";
import { similarZones } from "./similar";

/** Props of the list of similar zones. */
export interface SimilarSectionProps {
  zone: ZoneRecord;
  /** Every zone of the registry on that day. */
  all: readonly ZoneRecord[];
}

/** Other zones of the same province, with their readiness on the same scale. */
export function SimilarSection({ zone, all }: SimilarSectionProps) {
  const { shown, total } = similarZones(zone, all);
  const { province } = zone.values;
  if (shown.length === 0 || province === null) return null;
  return (
    <Section
      id="similar"
      title={`Also in ${labelOf("province", province)}`}
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
              <Link className="font-semibold hover:underline" href={`/zones/${other.slug}`}>
                {shortZoneName(other.values.name ?? other.slug)}
                {candidate ? <span className="sr-only">, approval not evidenced</span> : null}
              </Link>
              <ReadinessBand value={readiness} candidate={candidate} />
              <span aria-hidden="true" className="num text-right">
                {readiness === null ? null : formatRange(readiness.low, readiness.high)}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
