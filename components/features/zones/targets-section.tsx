import { Legend } from "@/components/charts/legend";
import { MarkIcon, type MarkLook } from "@/components/charts/mark";
import { dayScale } from "@/components/charts/scales";
import { Timeline, type TimelineRow } from "@/components/charts/timeline";
import { EvidenceLink } from "@/components/evidence/field-value";
import { NothingFound } from "@/components/evidence/nothing-found";
import { describeSource } from "@/components/evidence/source-reference";
import { FeatureText } from "@/components/layout/feature-text";
import { Fold, Section } from "@/components/layout/section";
import { sourcePath } from "@/lib/evidence/addresses";
import type { ZoneView } from "@/lib/evidence/zone-view";
import {
  countTargets,
  getZoneTargets,
  TARGET_KEYS,
  type Target,
  type TargetHistory,
} from "@/lib/targets/targets";
import {
  describeHistory,
  describeOutcome,
  describeSlip,
  describeTargetCounts,
} from "@/lib/text/target-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { type TargetRow, TargetRows } from "./target-rows";
import "./target-table.css";

/** The targets of a zone and their outcomes: in a sentence, drawn, and as a table. */
export function TargetsSection({ view }: { view: ZoneView }) {
  const text = useText();
  const { zone, asOf, revision } = view;
  const histories = getZoneTargets(zone, { asOf, revision });
  const none = histories.length === 0;
  return (
    <Section
      id="promises"
      title={describeTargetCounts(text, countTargets(histories))}
      note={none ? undefined : text.t("zones.targets.note")}
    >
      {none ? null : (
        <>
          <TargetChart histories={histories} asOf={asOf} />
          <Fold className="no-print mt-2" label={text.t("zones.targets.list")}>
            <TargetTable histories={histories} view={view} />
          </Fold>
        </>
      )}
      <NothingFound fields={TARGET_KEYS} resolutions={zone.fields} className="mt-1" />
    </Section>
  );
}

const SET: MarkLook = { shape: "circle", tone: "ink", size: 20 };
const DUE: MarkLook = { shape: "diamond", tone: "ink", size: 50 };
const OPEN: MarkLook = { ...DUE, hollow: true };
const DONE: MarkLook = { shape: "tick", tone: "ramp-3", size: 64 };

/** When each target was set and due, and how long it was overdue, on one scale of years. */
export function TargetChart({
  histories,
  asOf,
}: {
  histories: readonly TargetHistory[];
  asOf: Day;
}) {
  const text = useText();
  const { t } = text;
  const days = histories.flatMap(({ targets }) => targets.flatMap(listDays));
  const { at, ticks } = dayScale({ days: [...days, asOf], margin: 0.02 });
  return (
    <figure className="m-0">
      <Timeline
        groups={histories.map((history) => {
          const label = t(`targets.name.${history.field}`);
          const summary = describeTargetCounts(text, countTargets([history]));
          return {
            key: history.field,
            label,
            summary: t("zones.targets.rows", { target: label, summary }),
            rows: history.targets.map((target, i) => ({
              key: String(i),
              ...buildRow(target, asOf, at),
            })),
          };
        })}
        ticks={ticks}
        now={{ at: at(asOf), label: text.day(asOf) }}
      />
      <figcaption>
        <Legend
          className="mt-2"
          items={[
            { key: "set", label: t("zones.targets.legend.set"), swatch: icon(SET) },
            { key: "due", label: t("zones.targets.legend.due"), swatch: icon(DUE) },
            { key: "open", label: t("zones.targets.legend.open"), swatch: icon(OPEN) },
            { key: "overdue", label: t("zones.targets.legend.overdue"), swatch: { tone: "amber" } },
            {
              key: "silent",
              label: t("zones.targets.legend.silent"),
              swatch: { tone: "amber-hollow" },
            },
            { key: "done", label: t("zones.targets.legend.done"), swatch: icon(DONE) },
          ]}
        />
      </figcaption>
    </figure>
  );
}

function icon(look: MarkLook) {
  return { mark: <MarkIcon {...look} /> };
}

/** The days that a target's row shows. */
function listDays({ madeOn, dueOn, outcome }: Target): Day[] {
  return [madeOn, dueOn, ...("by" in outcome ? [outcome.by.effectiveOn] : [])];
}

/** A line from the day a target was set to its due day, a bar while overdue, and a mark for each day. */
function buildRow(target: Target, asOf: Day, at: (day: Day) => number): Omit<TimelineRow, "key"> {
  const { madeOn, dueOn, outcome } = target;
  const [from, due] = [at(madeOn), at(dueOn)];
  const done = outcome.state === "kept" || outcome.state === "kept-late" ? outcome.by : null;
  const until = outcome.state === "kept-late" ? outcome.by.effectiveOn : asOf;
  const overdue = outcome.state !== "open" && outcome.state !== "kept";
  const silent = outcome.state === "not-known";
  return {
    lines: [{ from, to: due }],
    bars: overdue ? [{ from: due, to: at(until), tone: silent ? "amber-hollow" : "amber" }] : [],
    marks: [
      { key: "set", at: from, ...SET },
      ...(done ? [{ key: "done", at: at(done.effectiveOn), ...DONE }] : []),
      { key: "due", at: due, ...(outcome.state === "open" ? OPEN : DUE) },
    ],
  };
}

const COLUMNS = ["set", "due", "change", "outcome", "source"] as const;

/** Every target: when and by whom it was set, its due date, how far that moved, and the outcome. */
function TargetTable({ histories, view }: { histories: readonly TargetHistory[]; view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const first = t("zones.targets.first");
  return (
    <table className="target-table block w-full border-collapse text-start text-12 sm:table">
      <caption className="sr-only">{t("zones.targets.caption")}</caption>
      <thead className="hidden text-ink-3 sm:table-header-group">
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`zones.targets.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <FeatureText namespaces={["zones.targetDate"]}>
        {histories.map((history) => (
          <tbody key={history.field}>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                <EvidenceLink field={history.field} className="font-semibold text-13 text-ink">
                  {t(`targets.name.${history.field}`)}
                </EvidenceLink>{" "}
                {describeHistory(text, history)}
              </th>
            </tr>
            <TargetRows
              targets={history.targets.map((target) => toRow(text, history.field, target, view))}
              first={first}
            />
          </tbody>
        ))}
      </FeatureText>
    </table>
  );
}

function toRow(
  text: Text,
  field: TargetHistory["field"],
  target: Target,
  { asOf, sources }: ZoneView,
): TargetRow {
  const { evidence, targetDate, slip, outcome } = target;
  const { sourceId } = evidence.claim;
  const source = sources.get(sourceId);
  return {
    setOn: evidence.date,
    dueOn: targetDate,
    ...(slip === null ? {} : { slip: describeSlip(text, slip) }),
    outcome: describeOutcome(text, field, target, asOf),
    state: outcome.state,
    ...(source === undefined
      ? { source: sourceId }
      : { source: describeSource(text, source), sourceHref: sourcePath(sourceId) }),
  };
}
