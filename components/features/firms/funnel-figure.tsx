import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { Term } from "@/components/layout/term-link";
import { packRecords } from "@/lib/evidence/packed-records";
import { type FirmFunnel, listFirmStepsFrom } from "@/lib/firms/firm-counts";
import { UNKNOWN } from "@/lib/query/filters";
import { useText } from "@/lib/text/use-text";
import { FUNNEL_PARTS } from "./firm-columns";
import { FunnelRows } from "./funnel-rows";
import "./firm-figures.css";

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
    { key: "closed", count: closed },
    { key: "exited", count: exited },
    { key: UNKNOWN, count: unknown },
  ] as const;
  const rows = packRecords([
    ...steps.map(({ value, reached, here, silent }) => ({
      stage: text.termLabel("tenancyStage", value),
      reached,
      here,
      silent,
      href: stageHref(listFirmStepsFrom(value)),
      hereHref: here === 0 ? undefined : stageHref([value]),
      silentWords:
        silent === 0
          ? undefined
          : t("firms.funnel.silent", {
              part: silent === here ? "all" : "some",
              count: text.number(silent),
            }),
    })),
    ...aside.map(({ key, count }) => ({
      stage: t(`firms.funnel.${key}`),
      reached: offScale,
      here: count,
      silent: offScale,
      href: stageHref([key]),
      isUnknown: key === UNKNOWN ? 1 : undefined,
    })),
  ]);
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
      rows={rows}
      source={source}
      note={t("firms.funnel.note")}
    >
      <Legend
        items={FUNNEL_PARTS.filter(({ key }) => key !== UNKNOWN || unknown > 0).map(
          ({ key, tone }) => ({
            key,
            label: t(`firms.funnel.legend.${key}`),
            swatch: { tone },
          }),
        )}
        className="mb-2"
      />
      <table className="firm-funnel w-full table-fixed">
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
          <FunnelRows rows={rows} total={total} unknown={unknown} />
        </tbody>
      </table>
    </Figure>
  );
}
