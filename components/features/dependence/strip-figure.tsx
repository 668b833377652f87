import { StepTrack } from "@/components/charts/bar";
import { Figure } from "@/components/charts/figure";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Legend } from "@/components/charts/legend";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Term } from "@/components/layout/term-link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import {
  DEPENDENCE_FIELDS,
  type DependenceField,
  getGrade,
  TOP_LEVEL,
} from "@/lib/dependence/dependence";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { ListPage } from "@/lib/query/list-page";
import { describeOperation } from "@/lib/text/page-summaries";
import { useText } from "@/lib/text/use-text";
import { stripColumns, stripRows } from "./strip-data";

/** Props of both figures about dependence. */
export interface DependenceFigureProps {
  rows: readonly DependenceRow[];
  /** What is written under every picture. */
  source: string;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

interface StripFigureProps extends Omit<DependenceFigureProps, "rows"> {
  /** Of all zones, those where firms operate first. */
  list: ListPage<DependenceRow>;
  /** The number of those. */
  operating: number;
  /** The path and the other parameters of the address. */
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** The six dimensions of every zone; the zones that count, where firms operate, come first. */
export function StripFigure({ list, operating, source, moment, ...address }: StripFigureProps) {
  const text = useText();
  const rows = list.items;
  const pages = { list, ...address, param: "ratedPage" };
  const title = text.t("dependence.strip.title");
  return (
    <div id="dimensions" className="scroll-mt-4">
      <Figure
        title={title}
        name="dependence-dimensions"
        columns={stripColumns(text)}
        rows={stripRows(text, rows, moment)}
        controls={<ListRange {...pages} />}
        source={source}
        note={text.t.rich("dependence.strip.note", {
          rule: text.t("dependence.countingRule"),
          weak: text.t("dependence.gradeMeaning.weak"),
          fair: text.t("dependence.gradeMeaning.fair"),
          strong: text.t("dependence.gradeMeaning.strong"),
          link: (chunks) => (
            <Anchor className="link" href="/method#dependence">
              {chunks}
            </Anchor>
          ),
        })}
      >
        <LevelLegend />
        <ScrollRegion
          label={text.t("dependence.strip.region")}
          className="relative overflow-x-auto"
        >
          <table className="w-full min-w-[62rem] table-fixed">
            <caption className="sr-only">{text.t("dependence.strip.caption")}</caption>
            <thead>
              <tr className="border-ink border-b text-12 text-ink-2">
                <th
                  scope="col"
                  className="sticky start-0 w-[8.5rem] bg-paper py-1 pe-3 font-medium sm:w-[13rem] print:w-[8rem]"
                >
                  {text.t("dependence.strip.zone")}
                </th>
                {DEPENDENCE_FIELDS.map((field) => (
                  <th key={field} scope="col" className="py-1 pe-3 font-medium print:pe-2">
                    <Term field={field}>{text.fieldLabel(field)}</Term>
                  </th>
                ))}
                <th scope="col" className="w-[9rem] py-1 font-medium print:w-[6rem]">
                  <Term of="dependence">{text.t("dependence.strip.all")}</Term>
                </th>
              </tr>
            </thead>
            <RowGroup
              title={text.t("dependence.strip.operating", { count: text.number(operating) })}
              rows={rows.filter(isOperating)}
              moment={moment}
            />
            <RowGroup
              title={text.t("dependence.strip.notOperating", {
                count: text.number(list.total - operating),
              })}
              rows={rows.filter((row) => !isOperating(row))}
              moment={moment}
            />
          </table>
        </ScrollRegion>
      </Figure>
      <ListPageLinks {...pages} label={title} anchor="dimensions" />
    </div>
  );
}

function LevelLegend() {
  const { t } = useText();
  const item = (key: "three" | "zero" | "unknown", level: number | null) => ({
    key,
    label: t(`dependence.legend.${key}`),
    swatch: {
      mark: (
        <span className="w-12">
          <LevelTrack level={level} />
        </span>
      ),
    },
  });
  return (
    <Legend items={[item("three", 3), item("zero", 0), item("unknown", null)]} className="mb-2" />
  );
}

/** A level as steps; the level is written next to it. Null: unknown. */
function LevelTrack({ level }: { level: number | null }) {
  return <StepTrack steps={TOP_LEVEL} reached={level} tone="known" />;
}

interface RowGroupProps {
  title: string;
  rows: readonly DependenceRow[];
  moment: string;
}

function RowGroup({ title, rows, moment }: RowGroupProps) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={DEPENDENCE_FIELDS.length + 2}
          className="pt-3 pb-1 font-semibold text-12"
        >
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <ZoneRow key={row.zone.slug} row={row} moment={moment} />
      ))}
    </tbody>
  );
}

function ZoneRow({ row, moment }: { row: DependenceRow; moment: string }) {
  const { t } = useText();
  const path = `/zones/${row.zone.slug}${moment}`;
  return (
    <tr className="border-line border-b">
      <th scope="row" className="sticky start-0 bg-paper py-1 pe-3 font-medium">
        <Anchor className="inline-block min-h-6 py-0.5 hover:underline" href={`${path}#dependence`}>
          {row.name}
        </Anchor>
        {row.candidate ? (
          <span className="meta block">{t("common.approval.candidateInFull")}</span>
        ) : null}
      </th>
      {DEPENDENCE_FIELDS.map((field) => (
        <td key={field} className="py-1 pe-3">
          <LevelCell row={row} field={field} path={path} />
        </td>
      ))}
      <td className="py-1">
        <Total row={row} />
      </td>
    </tr>
  );
}

interface LevelCellProps {
  row: DependenceRow;
  field: DependenceField;
  path: string;
}

/** The level with its grade, as a link to its evidence; a dimension without evidence says so. */
function LevelCell({ row: { zone, known }, field, path }: LevelCellProps) {
  const { t, levelMeaning } = useText();
  const level = zone.values[field];
  const grade = getGrade(zone.fields[field]);
  if (level === null) {
    return (
      <>
        <LevelTrack level={null} />
        <span className={known === 0 ? "sr-only" : "unknown text-12"}>
          {t("dependence.strip.noEvidence")}
        </span>
      </>
    );
  }
  return (
    <Anchor
      className="group block min-h-6"
      href={`${path}#${getLedgerAnchor(field)}`}
      title={levelMeaning(field, level) ?? undefined}
    >
      <LevelTrack level={level} />
      <span className="text-12 group-hover:underline">
        {grade === null
          ? t("dependence.strip.level", { level })
          : t.rich("dependence.strip.graded", {
              level,
              grade: t(`dependence.grade.${grade}`),
              detail: (chunks) => <span className="text-ink-3">{chunks}</span>,
            })}
        {zone.fields[field].mark === "contested" ? (
          <>
            {" "}
            <span className="disputed">{t("common.disputed")}</span>
          </>
        ) : null}
      </span>
    </Anchor>
  );
}

function Total({ row }: { row: DependenceRow }) {
  const text = useText();
  const { low, high } = row.dependence;
  if (!isOperating(row)) {
    return <span className="text-12 text-ink-3">{text.t("dependence.strip.notCounted")}</span>;
  }
  return (
    <>
      <IntervalBar low={low} high={high} candidate={row.candidate} />
      <span className="meta" title={describeOperation(text, row)}>
        {text.t.rich("dependence.strip.total", {
          scores: text.range(low, high),
          known: text.number(row.known),
          total: text.number(DEPENDENCE_FIELDS.length),
          range: (chunks) => <span className="text-ink">{chunks}</span>,
        })}
      </span>
    </>
  );
}
