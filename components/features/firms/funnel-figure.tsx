import { Figure } from "@/components/charts/figure";
import { type FirmFunnel, type FirmStep, listFirmStepsFrom } from "@/lib/firms/firm-funnel";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { UNKNOWN } from "@/lib/query/filters";

const COLUMNS: readonly FigureColumn[] = [
  { key: "stage", label: "Stage" },
  { key: "reached", label: "At it or beyond", numeric: true },
  { key: "here", label: "At it", numeric: true },
  { key: "silent", label: "Of those, silent for over two years", numeric: true },
];

/** Props of the funnel of firms. */
export interface FunnelFigureProps {
  funnel: FirmFunnel;
  source: string;
  /** Address of the page narrowed to some stages. */
  stageHref: (stages: readonly string[]) => string;
}

/** From memorandum to exports: how many firms stand at each step or beyond it, and what fell out. */
export function FunnelFigure({ funnel, source, stageHref }: FunnelFigureProps) {
  const { steps, total, exited, unknown } = funnel;
  const aside = [
    { key: "exited", label: "Left or gave up", count: exited },
    { key: UNKNOWN, label: "Stage unknown", count: unknown },
  ];
  return (
    <Figure
      title="From memorandum to exports"
      name="investors-funnel"
      columns={COLUMNS}
      rows={[
        ...steps.map(
          (step): FigureRow => ({
            stage: step.label,
            reached: step.reached,
            here: step.here,
            silent: step.silent,
            href: stageHref(listFirmStepsFrom(step.value)),
          }),
        ),
        ...aside.map(
          ({ key, label, count }): FigureRow => ({
            stage: label,
            reached: "beside the steps",
            here: count,
            silent: "beside the steps",
            href: stageHref([key]),
          }),
        ),
      ]}
      source={source}
      note="Counts at or beyond each step, by the stage that shows: a step may be passed without a source. A firm in two zones counts once in each. Silent: at a step before producing, and the latest word on it is over two years old. From producing on, silence is not counted against a firm."
    >
      <Legend />
      <table className="w-full table-fixed">
        <caption className="sr-only">Firms at or beyond each step</caption>
        <thead>
          <tr className="border-ink border-b text-12 text-ink-2">
            <th scope="col" className="w-22 py-1 pr-2 font-medium sm:w-32">
              Step
            </th>
            <th scope="col" className="w-14 py-1 pr-3 text-right font-medium sm:w-16">
              Or beyond
            </th>
            <td className="py-1" />
            <th scope="col" className="w-20 py-1 pl-3 font-medium sm:w-44">
              At this step
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Step
              key={step.value}
              step={step}
              total={total}
              unknown={unknown}
              stageHref={stageHref}
            />
          ))}
          {aside.map(({ key, label, count }) => (
            <tr key={key} className="border-line border-b">
              <th scope="row" className="py-1 pr-3 font-medium">
                {label}
              </th>
              <td className="py-1 pr-3 text-right">
                <CountLink count={count} href={stageHref([key])} />
              </td>
              <td className="py-1">
                <svg aria-hidden="true" width="100%" height={12} className="block">
                  <rect
                    x={0.5}
                    y={0.5}
                    width={`${share(count, total)}%`}
                    height={11}
                    className={
                      key === UNKNOWN
                        ? "fill-paper stroke-unknown [stroke-dasharray:3_2]"
                        : "fill-line-2"
                    }
                  />
                </svg>
              </td>
              <td className="py-1 pl-3 text-12 text-ink-3">beside the steps</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}

function share(count: number, total: number): number {
  return total === 0 ? 0 : (100 * count) / total;
}

function CountLink({ count, href }: { count: number; href: string }) {
  return count === 0 ? (
    <span className="tabular text-ink-3">0</span>
  ) : (
    <a className="link tabular inline-block min-h-6 min-w-6 font-semibold" href={href}>
      {count}
    </a>
  );
}

interface StepProps extends Pick<FunnelFigureProps, "stageHref"> {
  step: FirmStep;
  total: number;
  unknown: number;
}

function Step({ step, total, unknown, stageHref }: StepProps) {
  const { value, label, reached, here, silent } = step;
  const parts = [
    { key: "beyond", count: reached - here, className: "fill-ramp-4" },
    { key: "here", count: here - silent, className: "fill-ramp-2" },
    { key: "silent", count: silent, className: "fill-amber-wash stroke-amber" },
    {
      key: "unknown",
      count: unknown,
      className: "fill-paper stroke-unknown [stroke-dasharray:3_2]",
    },
  ];
  let start = 0;
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-1 pr-3 font-medium">
        {label}
      </th>
      <td className="py-1 pr-3 text-right">
        <CountLink count={reached} href={stageHref(listFirmStepsFrom(value))} />
      </td>
      <td className="py-1">
        <svg aria-hidden="true" width="100%" height={12} className="block overflow-visible">
          {parts.map(({ key, count, className }) => {
            const from = start;
            start += count;
            return count === 0 ? null : (
              <rect
                key={key}
                x={`${share(from, total)}%`}
                y={0.5}
                width={`${share(count, total)}%`}
                height={11}
                className={className}
              />
            );
          })}
        </svg>
      </td>
      <td className="py-1 pl-3">
        <CountLink count={here} href={stageHref([value])} />
        {silent === 0 ? null : (
          <>
            {" "}
            <span className="whitespace-nowrap text-12 text-amber-ink">
              {silent === here ? "all silent" : `${silent} silent`}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

const KEYS = [
  ["further on", "fill-ramp-4"],
  ["at this step", "fill-ramp-2"],
  ["at this step, silent for over two years", "fill-amber-wash stroke-amber"],
  ["stage unknown, so possibly", "fill-paper stroke-unknown [stroke-dasharray:3_2]"],
] as const;

function Legend() {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
      {KEYS.map(([words, className]) => (
        <li key={words} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={22} height={10}>
            <rect x={0.5} y={0.5} width={21} height={9} className={className} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
