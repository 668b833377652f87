import { Figure } from "@/components/charts/figure";
import { IntervalBar } from "@/components/charts/interval-bar";
import { LevelMark } from "@/components/evidence/level-mark";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { fieldSpec } from "@/lib/catalogue/fields";
import { DEPENDENCE_FIELDS, type DependenceField, getGrade } from "@/lib/dependence/dependence";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { COUNTING_RULE, GRADE_WORDS, operatingWords } from "@/lib/text/dependence-words";
import { formatRange } from "@/lib/text/format-number";
import { valueMeaning } from "@/lib/text/value-words";
import { stripColumns, stripRows } from "./strip-data";

/** Props of the figures of the page. */
export interface DependenceFigureProps {
  rows: readonly DependenceRow[];
  /** What stands under every picture. */
  source: string;
  /** The moment, for links to zones. */
  moment: string;
}

/** The six dimensions of every zone as a strip: those where firms operate first, which alone count. */
export function StripFigure({ rows, source, moment }: DependenceFigureProps) {
  const counted = rows.filter(isOperating);
  const others = rows.filter((row) => !isOperating(row));
  return (
    <Figure
      title="Six dimensions, zone by zone"
      name="dependence-dimensions"
      columns={stripColumns}
      rows={stripRows(rows, moment)}
      source={source}
      note={
        <>
          {COUNTING_RULE} The band counts an unknown level as 0 at its low end and as 4 at its high
          end, all six weighing the same. Grades: weak is {GRADE_WORDS.weak}; fair is{" "}
          {GRADE_WORDS.fair}; strong is {GRADE_WORDS.strong}. Levels as the{" "}
          <a className="link" href="/method#dependence">
            method
          </a>{" "}
          defines them.
        </>
      }
    >
      <Legend />
      <ScrollRegion label="Dependence by zone and dimension" className="relative overflow-x-auto">
        <table className="w-full min-w-[62rem] table-fixed">
          <caption className="sr-only">
            Level of each dimension by zone; what has no evidence is said to have none
          </caption>
          <thead>
            <tr className="border-ink border-b text-12 text-ink-2">
              <th
                scope="col"
                className="sticky left-0 w-[8.5rem] bg-paper py-1 pr-3 font-medium sm:w-[13rem]"
              >
                Zone
              </th>
              {DEPENDENCE_FIELDS.map((field) => (
                <th key={field} scope="col" className="py-1 pr-3 font-medium">
                  {fieldSpec(field).label}
                </th>
              ))}
              <th scope="col" className="w-[9rem] py-1 font-medium">
                All six, 0–100
              </th>
            </tr>
          </thead>
          <Group title={`Firms operate: ${counted.length}`} rows={counted} moment={moment} />
          <Group
            title={`No firm is shown to operate, so not counted: ${others.length}`}
            rows={others}
            moment={moment}
          />
        </table>
      </ScrollRegion>
    </Figure>
  );
}

function Legend() {
  const entries = [
    { level: 3, words: "level 3 of 4" },
    { level: 0, words: "level 0: a source says none" },
    { level: null, words: "no evidence found, which is not none" },
  ] as const;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
      {entries.map(({ level, words }) => (
        <li key={words} className="flex items-center gap-2">
          <LevelMark level={level} className="w-12" />
          {words}
        </li>
      ))}
    </ul>
  );
}

interface GroupProps {
  title: string;
  rows: readonly DependenceRow[];
  moment: string;
}

function Group({ title, rows, moment }: GroupProps) {
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
  const path = `/zones/${row.zone.slug}${moment}`;
  return (
    <tr className="border-line border-b">
      <th scope="row" className="sticky left-0 bg-paper py-1 pr-3 font-medium">
        <a className="inline-block min-h-6 py-0.5 hover:underline" href={`${path}#dependence`}>
          {row.name}
        </a>
        {row.candidate ? (
          <span className="meta block">candidate, approval not evidenced</span>
        ) : null}
      </th>
      {DEPENDENCE_FIELDS.map((field) => (
        <td key={field} className="py-1 pr-3">
          <Cell row={row} field={field} path={path} />
        </td>
      ))}
      <td className="py-1">
        <Total row={row} />
      </td>
    </tr>
  );
}

interface CellProps {
  row: DependenceRow;
  field: DependenceField;
  path: string;
}

/** The level with its grade, as a link to its evidence; a dimension without evidence says so. */
function Cell({ row: { zone, known }, field, path }: CellProps) {
  const level = zone.values[field];
  const grade = getGrade(zone.fields[field]);
  if (level === null) {
    return (
      <>
        <LevelMark level={null} />
        <span className={known === 0 ? "sr-only" : "unknown text-11"}>no evidence</span>
      </>
    );
  }
  return (
    <a
      className="group block min-h-6"
      href={`${path}#${getLedgerAnchor(field)}`}
      title={valueMeaning(field, level) ?? undefined}
    >
      <LevelMark level={level} />
      <span className="text-11 group-hover:underline">
        {level === 0 ? "0: none" : level}
        {grade === null ? null : <span className="text-ink-3"> · {grade}</span>}
        {zone.fields[field].mark === "contested" ? (
          <span className="disputed"> contested</span>
        ) : null}
      </span>
    </a>
  );
}

function Total({ row }: { row: DependenceRow }) {
  const { low, high } = row.dependence;
  if (!isOperating(row)) return <span className="text-11 text-ink-3">not counted</span>;
  return (
    <>
      <IntervalBar low={low} high={high} candidate={row.candidate} />
      <span className="meta" title={operatingWords(row)}>
        <span className="text-ink">{formatRange(low, high)}</span>, {row.known} of 6 known
      </span>
    </>
  );
}
