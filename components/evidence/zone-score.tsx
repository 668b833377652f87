import type { ZoneValues } from "@/lib/catalogue/fields";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { Readiness } from "@/lib/readiness/readiness";
import type { Standing } from "@/lib/readiness/standing";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";
import { ZoneScoreLine } from "./zone-score-line";

interface ZoneScoreProps {
  zone: { readonly slug: string; readonly values: ZoneValues };
  standing: Standing;
  /** null: nothing applies to the zone. */
  readiness: Readiness | null;
  href: string;
}

/** A zone in one line: its mark, its name, and its readiness as a bar and in figures. */
export function ZoneScore({ zone, standing, readiness, href }: ZoneScoreProps) {
  const text = useText();
  const candidate = isCandidate(zone.values);
  return (
    <ZoneScoreLine
      name={shortZoneName(zone)}
      href={href}
      standing={standing}
      candidate={candidate}
      score={
        readiness && {
          low: readiness.low,
          high: readiness.high,
          words: describeReadiness(text, readiness),
          range: text.range(readiness.low, readiness.high),
          known: text.t("common.readiness.known", { share: text.percent(readiness.coverage) }),
        }
      }
    />
  );
}
