import { ScaleEnds } from "@/components/charts/axis";
import { Figure } from "@/components/charts/figure";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Plane, type PlaneBox } from "@/components/charts/plane";
import { Term } from "@/components/layout/term-link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { DEPENDENCE_FIELDS } from "@/lib/dependence/dependence";
import {
  type DependenceRow,
  isOperating,
  MIDDLE,
  QUADRANT_KEYS,
  QUADRANTS,
} from "@/lib/dependence/dependence-row";
import type { Readiness } from "@/lib/readiness/readiness";
import { useText } from "@/lib/text/use-text";
import { planeColumns, planeRows } from "./strip-data";
import type { DependenceFigureProps } from "./strip-figure";

const TICKS = [0, 25, 50, 75, 100] as const;

/** Dependence and readiness of each zone as the box in which it could be, never as a point. */
export function PlaneFigure({ rows, source, moment }: DependenceFigureProps) {
  const text = useText();
  const title = text.t("dependence.plane.title");
  const { placed, unplaced } = splitByEvidence(rows.filter(isOperating));
  const ticks = TICKS.map((at) => ({ at, label: text.number(at), strong: at === MIDDLE }));
  return (
    <Figure
      title={title}
      name="dependence-readiness"
      columns={planeColumns(text)}
      rows={planeRows(text, rows, moment)}
      source={source}
      note={text.t.rich("dependence.plane.note", {
        confirmed: (chunks) => <Term of="confirmedScore">{chunks}</Term>,
        possible: (chunks) => <Term of="possibleScore">{chunks}</Term>,
      })}
    >
      <ScrollRegion label={text.t("dependence.plane.region")}>
        <div className="min-w-[46rem] max-w-[62rem]">
          <Plane
            label={text.t("dependence.plane.label", {
              placed: placed.length,
              unplaced: unplaced.length,
            })}
            x={{ ticks, title: text.t("dependence.plane.readiness") }}
            y={{ ticks, title: text.t("dependence.plane.dependence") }}
            boxes={placed.map(
              ({ zone, name, candidate, known, readiness, dependence }): PlaneBox => ({
                key: zone.slug,
                x: readiness,
                y: dependence,
                label: name,
                detail: text.t("dependence.plane.detail", {
                  range: text.range(dependence.low, dependence.high),
                  known: text.number(known),
                  total: text.number(DEPENDENCE_FIELDS.length),
                }),
                candidate,
              }),
            )}
            regions={QUADRANT_KEYS.map((key) => ({
              key,
              label: text.t(`dependence.quadrant.${key}.name`),
              side: QUADRANTS[key].ready ? "end" : "start",
              edge: QUADRANTS[key].dependent ? "top" : "bottom",
            }))}
          />
          {unplaced.length === 0 ? null : <ReadinessRows rows={unplaced} />}
        </div>
      </ScrollRegion>
    </Figure>
  );
}

/** A row with a readiness. */
interface ReadyRow extends DependenceRow {
  readonly readiness: Readiness;
}

/** The zones on the plane, and those without any rating; a zone to which readiness does not apply is in neither. */
function splitByEvidence(rows: readonly DependenceRow[]) {
  const measured = rows.flatMap((row): ReadyRow[] => {
    const { readiness } = row;
    return readiness === null ? [] : [{ ...row, readiness }];
  });
  return {
    placed: measured.filter(({ known }) => known > 0),
    unplaced: measured
      .filter(({ known }) => known === 0)
      .sort((a, b) => b.readiness.low - a.readiness.low),
  };
}

/** Zones without evidence on dependence: their readiness alone, as bars under the plane. */
function ReadinessRows({ rows }: { rows: readonly ReadyRow[] }) {
  const text = useText();
  return (
    <>
      <p className="mt-4 mb-1 text-12 text-ink-2">{text.t("dependence.plane.unplaced")}</p>
      <div className="grid grid-cols-[13rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 text-12">
        <span />
        <ScaleEnds start={text.number(0)} end={text.number(100)} />
        {rows.map(({ zone, name, candidate, readiness }) => (
          <div key={zone.slug} className="col-span-2 grid grid-cols-subgrid items-center">
            <span>
              {name}
              {candidate ? (
                <span className="text-ink-3"> {text.t("dependence.plane.candidate")}</span>
              ) : null}
            </span>
            <IntervalBar low={readiness.low} high={readiness.high} candidate={candidate} />
          </div>
        ))}
      </div>
    </>
  );
}
