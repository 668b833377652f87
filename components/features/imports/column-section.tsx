import { Fold } from "@/components/layout/section";
import { fieldClass } from "@/components/ui/field-class";
import { Segmented } from "@/components/ui/segmented";
import { TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { COLUMN_ROLES, type ColumnRole } from "@/lib/catalogue/import-columns";
import {
  type ColumnTarget,
  findMappingProblem,
  isTarget,
  LAYOUTS,
  type Layout,
} from "@/lib/entry/import-mapping";
import { formatColumn, type Table } from "@/lib/entry/table";
import { describeMappingProblem, describeTarget } from "@/lib/text/import-mapping-words";
import { useText } from "@/lib/text/use-text";

interface ColumnSectionProps {
  table: Table;
  layout: Layout;
  targets: readonly ColumnTarget[];
  onLayout: (layout: Layout) => void;
  onTarget: (column: number, target: ColumnTarget) => void;
}

/** Roles that only one of the layouts has. */
const ONLY_CLAIMS: ReadonlySet<ColumnRole> = new Set([
  "field",
  "value",
  "claim",
  "amount",
  "currency",
]);
const ONLY_ZONES: ReadonlySet<ColumnRole> = new Set(["latitude", "longitude"]);
/** The choices of a column under one heading. */
interface TargetGroup {
  readonly key: "roles" | "zoneFields" | "firmFields";
  readonly targets: readonly ColumnTarget[];
}

const FIELD_GROUPS: readonly TargetGroup[] = [
  { key: "zoneFields", targets: ZONE_FIELD_KEYS },
  { key: "firmFields", targets: TENANCY_FIELD_KEYS },
];
const EXAMPLES = 3;
/** A table with more columns than this is folded, because it would be longer than the rest of the page. */
const MOST_OPEN = 15;

/** The second step: what each column is used for. */
export function ColumnSection({ table, layout, targets, onLayout, onTarget }: ColumnSectionProps) {
  const text = useText();
  const { t } = text;
  const problem = findMappingProblem({ layout, targets });
  return (
    <section aria-labelledby="import-columns" className="grid gap-3">
      <h2 id="import-columns" className="title">
        {t("imports.columns.title")}
      </h2>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="font-medium text-12">{t("imports.columns.layout")}</span>
        <Segmented
          label={t("imports.columns.layout")}
          value={layout}
          onChange={onLayout}
          segments={LAYOUTS.map((value) => ({ value, label: t(`imports.columns.${value}`) }))}
        />
      </div>
      <Fold
        label={t("imports.columns.used", {
          used: targets.filter((target) => target !== "ignore").length,
          total: table.header.length,
        })}
        open={problem !== null || table.header.length <= MOST_OPEN}
      >
        <ul className="grid">
          {table.header.map((header, column) => (
            <li
              // A table can have two columns of one name; their order never changes.
              key={formatColumn(column)}
              className="grid gap-x-4 gap-y-1 border-line border-t py-2 sm:grid-cols-2"
            >
              <div className="min-w-0">
                <span className="block break-words font-medium">
                  <span className="me-2 text-ink-3">{formatColumn(column)}</span>
                  {header || <span className="unknown">{t("imports.columns.unnamed")}</span>}
                </span>
                <span className="block truncate text-12 text-ink-3">
                  {listExamples(table, column).join(" · ")}
                </span>
              </div>
              <TargetChoice
                label={t("imports.columns.useOf", { column: formatColumn(column), header })}
                layout={layout}
                target={targets[column] ?? "ignore"}
                onChange={(target) => onTarget(column, target)}
              />
            </li>
          ))}
        </ul>
      </Fold>
      {problem === null ? null : (
        <p role="status" className="text-rust">
          {describeMappingProblem(text, problem)}
        </p>
      )}
    </section>
  );
}

interface TargetChoiceProps {
  label: string;
  layout: Layout;
  target: ColumnTarget;
  onChange: (target: ColumnTarget) => void;
}

function TargetChoice({ label, layout, target, onChange }: TargetChoiceProps) {
  const text = useText();
  const { t } = text;
  const other = layout === "claims" ? ONLY_ZONES : ONLY_CLAIMS;
  const groups: readonly TargetGroup[] = [
    { key: "roles", targets: COLUMN_ROLES.filter((role) => !other.has(role)) },
    ...(layout === "zones" ? FIELD_GROUPS : []),
  ];
  const isListed = groups.some(({ targets }) => targets.some((one) => one === target));
  return (
    <select
      aria-label={label}
      className={fieldClass()}
      value={target}
      onChange={({ currentTarget: { value } }) => {
        if (isTarget(value)) onChange(value);
      }}
    >
      <option value="ignore">{t("imports.columns.ignore")}</option>
      {isListed || target === "ignore" ? null : (
        <option value={target}>{describeTarget(text, target)}</option>
      )}
      {groups.map(({ key, targets }) => (
        <optgroup key={key} label={t(`imports.columns.${key}`)}>
          {targets.map((one) => (
            <option key={one} value={one}>
              {describeTarget(text, one)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** The first texts of a column that differ. */
function listExamples({ rows }: Table, column: number): string[] {
  const found = new Set<string>();
  for (const cells of rows) {
    const cell = cells[column];
    if (cell) found.add(cell);
    if (found.size === EXAMPLES) break;
  }
  return [...found];
}
