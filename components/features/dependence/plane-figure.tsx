import { ScaleEnds } from "@/components/charts/axis";
import { Figure } from "@/components/charts/figure";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Plane, type PlaneBox } from "@/components/charts/plane";
import { Section, TextList } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { DEPENDENCE_FIELDS } from "@/lib/dependence/dependence";
import {
  type DependenceRow,
  isOperating,
  MIDDLE,
  QUADRANT_KEYS,
  QUADRANTS,
  type Quadrant,
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
                <span className="text-ink-3"> {text.t("common.approval.candidate")}</span>
              ) : null}
            </span>
            <IntervalBar low={readiness.low} high={readiness.high} candidate={candidate} />
          </div>
        ))}
      </div>
    </>
  );
}

interface ZoneListProps {
  rows: readonly DependenceRow[];
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

/** The zones that are certainly in each quadrant, those that could be, and those that do not count. */
export function QuadrantList({ rows, moment }: ZoneListProps) {
  const { t } = useText();
  const operating = rows.filter(isOperating);
  return (
    <Section id="quadrants" size="large" className="mt-8" title={t("dependence.quadrants.title")}>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {QUADRANT_KEYS.map((key) => (
          <QuadrantSection key={key} quadrant={key} rows={operating} moment={moment} />
        ))}
      </div>
      <NotCounted rows={rows.filter((row) => !isOperating(row))} moment={moment} />
    </Section>
  );
}

function QuadrantSection({ quadrant, rows, moment }: ZoneListProps & { quadrant: Quadrant }) {
  const { t } = useText();
  const name = t(`dependence.quadrant.${quadrant}.name`);
  const inside = rows.filter(({ quadrants }) => quadrants.includes(quadrant));
  const certain = inside.filter(({ quadrants }) => quadrants.length === 1);
  const possible = inside.filter(({ quadrants }) => quadrants.length > 1);
  const ruledOut = rows.filter(
    ({ quadrants }) => quadrants.length > 0 && !quadrants.includes(quadrant),
  );
  return (
    <section aria-label={name} className="min-w-0 border-line border-t pt-2">
      <h3 className="font-semibold text-15">{name}</h3>
      <p className="text-12 text-ink-3">{t(`dependence.quadrant.${quadrant}.definition`)}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <dt className="text-ink-2">{t("dependence.quadrants.certain")}</dt>
        <dd>
          {certain.length === 0 ? (
            t("dependence.quadrants.noZone")
          ) : (
            <ZoneLinks rows={certain} moment={moment} />
          )}
        </dd>
        {ruledOut.length === 0 ? null : (
          <>
            <dt className="text-ink-2">{t("dependence.quadrants.ruledOut")}</dt>
            <dd>
              <ZoneLinks rows={ruledOut} moment={moment} />
            </dd>
          </>
        )}
      </dl>
      <details className="mt-0.5">
        <summary className="link inline-block min-h-6 cursor-pointer">
          {t("dependence.quadrants.possible", { count: possible.length })}
        </summary>
        {possible.length === 0 ? null : (
          <p className="mt-1 text-ink-2">
            <ZoneLinks rows={possible} moment={moment} />
          </p>
        )}
      </details>
    </section>
  );
}

/** Zones where no firm is known to operate: those where a source says so, and those where none says anything. */
function NotCounted({ rows, moment }: ZoneListProps) {
  const { t } = useText();
  if (rows.length === 0) return null;
  const none = rows.filter(({ operation }) => operation.answer === "no");
  const unknown = rows.filter(({ operation }) => operation.answer === "unknown");
  const groups = [
    { title: t("dependence.quadrants.notOperating", { count: none.length }), rows: none },
    { title: t("dependence.quadrants.unknown", { count: unknown.length }), rows: unknown },
  ];
  return (
    <section aria-labelledby="not-counted-title" className="mt-6 border-line border-t pt-2">
      <h3 id="not-counted-title" className="font-semibold text-15">
        {t("dependence.quadrants.notCounted", { count: rows.length })}
      </h3>
      {groups.map((group) =>
        group.rows.length === 0 ? null : (
          <p key={group.title} className="mt-1 text-ink-2">
            <b className="font-medium text-ink">{group.title}</b>{" "}
            <ZoneLinks rows={group.rows} moment={moment} />
          </p>
        ),
      )}
    </section>
  );
}

function ZoneLinks({ rows, moment }: ZoneListProps) {
  const { t } = useText();
  return (
    <TextList
      items={rows.map(({ zone: { slug }, name, candidate }) => ({
        key: slug,
        content: t.rich(`dependence.quadrants.${candidate ? "candidateZone" : "zone"}`, {
          zone: name,
          link: (chunks) => (
            <a className="link inline-block leading-6" href={`/zones/${slug}${moment}#dependence`}>
              {chunks}
            </a>
          ),
        }),
      }))}
    />
  );
}
