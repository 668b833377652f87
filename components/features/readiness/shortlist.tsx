import type { Route } from "next";
import { useId } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Anchor, Link } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { fieldClass } from "@/components/ui/field-class";
import { Slider } from "@/components/ui/slider";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { THRESHOLD_PARAM } from "@/lib/readiness/threshold";
import type { ScoredZone } from "@/lib/readiness/zone-scores";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { SHORTLIST_GROUPS, type ShortlistGroup, type ShownShortlist } from "./shown-scores";
import type { ChangeParams } from "./use-readiness";

interface ShortlistProps {
  shortlist: ShownShortlist;
  /** 0–100. */
  threshold: number;
  /** The address of the list that begins with the zones of a group. */
  groupHref: (group: ShortlistGroup) => string;
  /** The moment as part of an address; empty for today. */
  moment: string;
  /** The other parameters of the address: the form works without scripts. */
  otherParams: readonly (readonly [string, string])[];
  onChange: ChangeParams;
}

/** The zones that certainly reach a threshold, those that could, and those that cannot. */
export function Shortlist(props: ShortlistProps) {
  const { shortlist, threshold, groupHref, moment, otherParams, onChange } = props;
  const text = useText();
  const { t } = text;
  const id = useId();
  const { certainly, possibly, below, unmeasured } = shortlist;
  const setThreshold = (value: number) => {
    if (value >= 0 && value <= 100) onChange({ threshold: value }, { act: THRESHOLD_PARAM });
  };
  const points = text.number(threshold);
  return (
    <section id="shortlist" aria-labelledby="shortlist-title" className="xl:col-span-2">
      <h2 id="shortlist-title" className="font-serif text-21">
        {t("readiness.shortlist.title")}
      </h2>
      <p className="mt-1 max-w-[62ch] text-pretty font-serif text-15">
        {describeShortlist(text, certainly.count, possibly.count, below.count, points)}
      </p>
      <form
        method="get"
        className="no-print mt-3 flex max-w-120 flex-wrap items-center gap-x-4 gap-y-1"
      >
        {otherParams.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor={id} className="font-medium">
          {t("readiness.shortlist.threshold")}
        </label>
        <span className="w-19 flex-none">
          <input
            id={id}
            name={THRESHOLD_PARAM}
            type="number"
            min={0}
            max={100}
            step="any"
            value={threshold}
            onChange={(event) => setThreshold(event.currentTarget.valueAsNumber)}
            className={fieldClass(false, "tabular text-end font-semibold")}
          />
        </span>
        <span className="min-w-40 flex-1">
          <Slider
            label={t("readiness.shortlist.slider")}
            min={0}
            max={100}
            value={threshold}
            fill="from"
            valueText={t("readiness.shortlist.value", { points })}
            onChange={setThreshold}
          />
        </span>
        <noscript>
          <button type="submit" className="link">
            {t("readiness.shortlist.apply")}
          </button>
        </noscript>
      </form>
      <div className="mt-4 grid gap-x-10 gap-y-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_minmax(0,1fr)]">
        {SHORTLIST_GROUPS.map((group) => (
          <Group
            key={group}
            title={t(`readiness.shortlist.group.${group}.title`, { points })}
            note={t(`readiness.shortlist.group.${group}.note`)}
            {...shortlist[group]}
            moreHref={groupHref(group)}
            moment={moment}
            inColumns={group === "possibly"}
          />
        ))}
      </div>
      {unmeasured > 0 ? (
        <p className="mt-3 text-12 text-ink-2">
          {t("readiness.shortlist.notMeasured", { count: unmeasured })}
        </p>
      ) : null}
    </section>
  );
}

function describeShortlist(
  { t, sentences }: Text,
  certain: number,
  possible: number,
  below: number,
  points: string,
): string {
  const first = t("readiness.shortlist.certain", { count: certain, points });
  if (possible > 0) {
    return sentences([first, t("readiness.shortlist.possible", { count: possible, below })]);
  }
  const others = below > 0 ? t("readiness.shortlist.ruledOut", { count: below }) : "";
  return sentences([first, others]);
}

interface GroupProps {
  title: string;
  note: string;
  /** All zones of the group, or the first of `count`. */
  zones: readonly ScoredZone[];
  count: number;
  /** Where the others are. */
  moreHref: string;
  moment: string;
  inColumns: boolean;
}

function Group({ title, note, zones, count, moreHref, moment, inColumns }: GroupProps) {
  const { t, range, number } = useText();
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="flex items-baseline justify-between gap-2 border-ink border-b pb-1 font-semibold">
        {title} <span className="tabular">{number(count)}</span>
      </h3>
      <p className="meta mt-1">{note}</p>
      {zones.length === 0 ? (
        <p className="mt-1 text-12 text-ink-3">{t("readiness.shortlist.none")}</p>
      ) : (
        <ul className={cx("shortlist", inColumns && "sm:columns-2 sm:gap-x-8")}>
          {zones.map((zone) => (
            <li key={zone.slug}>
              <Link
                href={`/zones/${zone.slug}${moment}` as Route}
                prefetch={false}
                className={zone.candidate ? "text-ink-2" : undefined}
              >
                {shortZoneName(zone.row)}
                {zone.candidate ? (
                  <span className="meta">{` ${t("common.approval.candidate")}`}</span>
                ) : null}
              </Link>
              {zone.readiness === null ? null : (
                <>
                  <IntervalBar {...zone.readiness} candidate={zone.candidate} size={6} />
                  <span>{range(zone.readiness.low, zone.readiness.high)}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {zones.length < count ? (
        <Anchor className="link mt-1 inline-block min-h-6" href={moreHref}>
          {t("readiness.shortlist.more", { count: number(count - zones.length) })}
        </Anchor>
      ) : null}
    </section>
  );
}
