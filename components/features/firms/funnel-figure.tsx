import { StackedBar, type StackPart } from "@/components/charts/bar";
import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { Term } from "@/components/layout/term-link";
import { type FirmFunnel, type FirmStep, listFirmStepsFrom } from "@/lib/firms/firm-counts";
import type { FigureRow } from "@/lib/formats/figure-csv";
import { UNKNOWN } from "@/lib/query/filters";
import { useText } from "@/lib/text/use-text";

/** The parts of a stage's bar, in the order of drawing. */
const PARTS = [
  { key: "beyond", tone: "ramp-4" },
  { key: "here", tone: "ramp-2" },
  { key: "silent", tone: "amber-soft" },
  { key: "unknown", tone: "unknown" },
] as const;

interface FunnelFigureProps {
  funnel: FirmFunnel;
  source: string;
  /** Address of the page filtered by some stages. */
  stageHref: (stages: readonly string[]) => string;
}

/** From memorandum to exports: the firms at or beyond each stage, and those that left. */
export function FunnelFigure({ funnel, source, stageHref }: FunnelFigureProps) {
  const text = useText();
  const { t } = text;
  const { steps, total, closed, exited, unknown } = funnel;
  const title = t("firms.funnel.title");
  const offScale = t("firms.funnel.offScale");
  const aside = [
    { key: "closed", label: t("firms.funnel.closed"), count: closed, tone: "aside" },
    { key: "exited", label: t("firms.funnel.exited"), count: exited, tone: "aside" },
    { key: UNKNOWN, label: t("firms.funnel.unknown"), count: unknown, tone: "unknown" },
  ] as const;
  return (
    <Figure
      title={title}
      name="investors-funnel"
      columns={[
        { key: "stage", label: t("firms.funnel.stage") },
        { key: "reached", label: t("firms.funnel.reached"), numeric: true },
        { key: "here", label: t("firms.funnel.here"), numeric: true },
        { key: "silent", label: t("firms.funnel.noNews"), numeric: true },
      ]}
      rows={[
        ...steps.map(
          ({ value, reached, here, silent }): FigureRow => ({
            stage: text.termLabel("tenancyStage", value),
            reached,
            here,
            silent,
            href: stageHref(listFirmStepsFrom(value)),
          }),
        ),
        ...aside.map(
          ({ key, label, count }): FigureRow => ({
            stage: label,
            reached: offScale,
            here: count,
            silent: offScale,
            href: stageHref([key]),
          }),
        ),
      ]}
      source={source}
      note={t("firms.funnel.note")}
    >
      <Legend
        items={PARTS.filter(({ key }) => key !== UNKNOWN || unknown > 0).map(({ key, tone }) => ({
          key,
          label: t(`firms.funnel.legend.${key}`),
          swatch: { tone },
        }))}
        className="mb-2"
      />
      <table className="w-full table-fixed">
        <caption className="sr-only">{t("firms.funnel.caption")}</caption>
        <thead>
          <tr className="border-ink border-b text-12 text-ink-2">
            <th scope="col" className="w-22 py-1 pe-2 font-medium sm:w-32">
              <Term field="tenancyStage">{t("firms.funnel.stage")}</Term>
            </th>
            <th scope="col" className="w-14 py-1 pe-3 text-end font-medium sm:w-16">
              {t("firms.funnel.reachedShort")}
            </th>
            <td className="py-1" />
            <th scope="col" className="w-20 py-1 ps-3 font-medium sm:w-44">
              {t("firms.funnel.here")}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <StageRow key={step.value} step={step} funnel={funnel} stageHref={stageHref} />
          ))}
          {aside.map(({ key, label, count, tone }) => (
            <tr key={key} className="border-line border-b">
              <th scope="row" className="py-1 pe-3 font-medium">
                {label}
              </th>
              <td className="py-1 pe-3 text-end">
                <CountLink count={count} href={stageHref([key])} />
              </td>
              <td className="py-1">
                <StackedBar parts={[{ key, count, tone }]} full={total} />
              </td>
              <td className="py-1 ps-3 text-12 text-ink-3">{offScale}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}

interface StageRowProps {
  step: FirmStep;
  funnel: FirmFunnel;
  stageHref: (stages: readonly string[]) => string;
}

function StageRow({ step, funnel: { total, unknown }, stageHref }: StageRowProps) {
  const text = useText();
  const { value, reached, here, silent } = step;
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-1 pe-3 font-medium">
        {text.termLabel("tenancyStage", value)}
      </th>
      <td className="py-1 pe-3 text-end">
        <CountLink count={reached} href={stageHref(listFirmStepsFrom(value))} />
      </td>
      <td className="py-1">
        <StackedBar parts={listStageParts(step, unknown)} full={total} />
      </td>
      <td className="py-1 ps-3">
        <CountLink count={here} href={stageHref([value])} />{" "}
        {silent === 0 ? null : (
          <span className="text-12 text-amber-ink">
            {text.t("firms.funnel.silent", {
              part: silent === here ? "all" : "some",
              count: text.number(silent),
            })}
          </span>
        )}
      </td>
    </tr>
  );
}

/** The parts of a stage's bar. Firms of unknown stage may have reached any, so each bar has them. */
export function listStageParts(
  { reached, here, silent }: Pick<FirmStep, "reached" | "here" | "silent">,
  unknown: number,
): readonly StackPart[] {
  const counts = { beyond: reached - here, here: here - silent, silent, unknown };
  return PARTS.map(({ key, tone }) => ({ key, tone, count: counts[key] }));
}

function CountLink({ count, href }: { count: number; href: string }) {
  const text = useText();
  return count === 0 ? (
    <span className="tabular text-ink-3">{text.number(0)}</span>
  ) : (
    <a className="link tabular inline-block min-h-6 min-w-6 font-semibold" href={href}>
      {text.number(count)}
    </a>
  );
}
