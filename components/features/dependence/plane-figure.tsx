import { Figure } from "@/components/charts/figure";
import { Plane, type PlaneBox } from "@/components/charts/plane";
import { Term } from "@/components/layout/term-link";
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
  const placed = listPlaced(rows);
  const ticks = TICKS.map((at) => ({ at, label: text.number(at), strong: at === MIDDLE }));
  return (
    <Figure
      title={title}
      name="dependence-readiness"
      columns={planeColumns(text)}
      rows={planeRows(text, placed, moment)}
      source={source}
      note={text.t.rich("dependence.plane.note", {
        confirmed: (chunks) => <Term of="confirmedScore">{chunks}</Term>,
        possible: (chunks) => <Term of="possibleScore">{chunks}</Term>,
      })}
    >
      <div className="max-w-[62rem]">
        <Plane
          label={text.t("dependence.plane.label", { placed: placed.length })}
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
            label: text.t(`dependence.quadrant.${key}`),
            side: QUADRANTS[key].ready ? "end" : "start",
            edge: QUADRANTS[key].dependent ? "top" : "bottom",
          }))}
        />
      </div>
    </Figure>
  );
}

/** A row with a readiness. */
interface ReadyRow extends DependenceRow {
  readonly readiness: Readiness;
}

/** The zones that are drawn: firms operate there, a rating is known, and readiness applies. */
export function listPlaced(rows: readonly DependenceRow[]): readonly ReadyRow[] {
  return rows.filter(
    (row): row is ReadyRow => isOperating(row) && row.known > 0 && row.readiness !== null,
  );
}
