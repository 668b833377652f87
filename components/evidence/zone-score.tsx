import { IntervalBar } from "@/components/charts/interval-bar";
import type { ZoneValues } from "@/lib/catalogue/fields";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { Readiness } from "@/lib/readiness/readiness";
import { describeReadiness } from "@/lib/text/readiness-score";
import { useText } from "@/lib/text/use-text";
import { StatusMark } from "./status-mark";

interface ZoneScoreProps {
  zone: { readonly slug: string; readonly values: ZoneValues };
  /** null: nothing applies to the zone. */
  readiness: Readiness | null;
  href: string;
}

/** A zone in one line: its mark, its name, and its readiness as a bar and in figures. */
export function ZoneScore({ zone, readiness, href }: ZoneScoreProps) {
  const text = useText();
  const candidate = isCandidate(zone.values);
  return (
    <span className="@container block print:[container-type:normal]">
      <span className="grid min-h-6 grid-cols-[minmax(0,13rem)_minmax(0,1fr)_3.25rem_4.75rem] items-center gap-x-3 @max-md:grid-cols-[minmax(0,1fr)_3.25rem_4.75rem]">
        <span className="flex items-center gap-1.5">
          <StatusMark status={zone.values.status} candidate={candidate} />
          <a className="inline-flex min-h-6 items-center font-semibold hover:underline" href={href}>
            {shortZoneName(zone)}
            {candidate ? (
              <span className="sr-only">{`, ${text.t("common.approval.notConfirmed")}`}</span>
            ) : null}
          </a>
        </span>
        {readiness === null ? (
          <span className="unknown @md:col-span-3">{text.t("common.notApplicableBare")}</span>
        ) : (
          <>
            <IntervalBar
              low={readiness.low}
              high={readiness.high}
              candidate={candidate}
              size={9}
              className="@max-md:order-last @max-md:col-span-3"
            />
            <span className="sr-only">{describeReadiness(text, readiness)}</span>
            <b aria-hidden="true" className="tabular text-end">
              {text.range(readiness.low, readiness.high)}
            </b>
            <span aria-hidden="true" className="meta text-end">
              {text.t("common.readiness.known", { share: text.percent(readiness.coverage) })}
            </span>
          </>
        )}
      </span>
    </span>
  );
}
