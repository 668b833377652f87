import { type RefObject, useState } from "react";
import { ViewMenu } from "@/components/layout/view-menu";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { fieldClass } from "@/components/ui/field-class";
import { ChevronDownIcon, ColumnsIcon } from "@/components/ui/icons";
import { Menu, MenuChecks, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { SearchField } from "@/components/ui/search-field";
import { fieldSpec } from "@/lib/catalogue/fields";
import { groupBy } from "@/lib/evidence/group-by";
import { SCOPES } from "@/lib/query/scope";
import { useText } from "@/lib/text/use-text";
import { columnName } from "./grid-cell";
import {
  CONDITIONS,
  DEFAULT_GRID,
  GRID_COLUMNS,
  type GridColumn,
  type GridView,
  isGridColumn,
  parseGridView,
  writeGridView,
} from "./grid-view";

interface GridToolbarProps {
  view: GridView;
  /** Zones shown, and all of them. */
  found: number;
  total: number;
  /** The one column of a narrow screen. */
  single: GridColumn;
  findRef: RefObject<HTMLFormElement | null>;
  onChange: (change: Partial<GridView>) => void;
  onSingle: (column: GridColumn) => void;
  /** Arrow down or Enter in the search: the focus goes to the grid. */
  onLeave: () => void;
}

/** Finds and filters zones, chooses columns, and saves all of it as a view of this browser. */
export function GridToolbar(props: GridToolbarProps) {
  const { view, found, total, single, findRef, onChange, onSingle, onLeave } = props;
  const text = useText();
  const { t } = text;
  const [open, setOpen] = useState(view.conditions.length > 0);
  // On a phone the zones come first, unless a link filters them.
  const folded = cx("md:contents", open ? "contents" : "hidden");
  return (
    <div className="grid gap-2">
      <p role="status" className="text-ink-2">
        {found === total
          ? t("common.count.zones", { count: total })
          : t("admin.grid.found", { count: text.number(found), total })}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <form
          ref={findRef}
          className="min-w-40 flex-1 md:max-w-64"
          onSubmit={(event) => {
            event.preventDefault();
            onLeave();
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            onLeave();
          }}
        >
          <SearchField
            label={t("admin.grid.find")}
            placeholder={t("admin.grid.find")}
            value={view.find}
            onChange={(typed) => onChange({ find: typed })}
            hint={<kbd className="me-2 max-md:hidden">F</kbd>}
          />
        </form>
        <Button aria-expanded={open} className="md:hidden" onClick={() => setOpen(!open)}>
          {t("admin.grid.filter")}
          <ChevronDownIcon />
        </Button>
        <div className={folded}>
          <select
            aria-label={t("admin.grid.scope")}
            className={fieldClass(false, "w-auto")}
            value={view.scope}
            onChange={({ currentTarget: { value } }) =>
              onChange({ scope: SCOPES.find((scope) => scope === value) ?? "all" })
            }
          >
            {SCOPES.map((scope) => (
              <option key={scope} value={scope}>
                {t(`query.scope.${scope}.label`)}
              </option>
            ))}
          </select>
          {CONDITIONS.map((condition) => {
            const isOn = view.conditions.includes(condition);
            return (
              <Button
                key={condition}
                aria-pressed={isOn}
                onClick={() =>
                  onChange({
                    conditions: CONDITIONS.filter((one) =>
                      one === condition ? !isOn : view.conditions.includes(one),
                    ),
                  })
                }
              >
                {t(`admin.grid.is.${condition}`)}
              </Button>
            );
          })}
          {view.conditions.length === 0 ? null : (
            <select
              aria-label={t("admin.grid.in")}
              className={fieldClass(false, "w-auto max-w-48")}
              value={view.within ?? ""}
              onChange={({ currentTarget: { value } }) =>
                onChange({ within: isGridColumn(value) ? value : null })
              }
            >
              <option value="">{t("admin.grid.anyColumn")}</option>
              {view.columns
                .filter((column) => column !== "readiness")
                .map((column) => (
                  <option key={column} value={column}>
                    {text.fieldLabel(column)}
                  </option>
                ))}
            </select>
          )}
          <span className="flex gap-2 md:ms-auto">
            <ColumnMenu columns={view.columns} onChange={(columns) => onChange({ columns })} />
            <ViewMenu
              keptAs="desk-zone-views"
              search={writeGridView(view)}
              usual={t("admin.grid.everything")}
              onOpen={(search) => onChange(parseGridView(new URLSearchParams(search)))}
            />
          </span>
        </div>
      </div>
      <label className="flex items-center gap-2 md:hidden">
        <span className="text-ink-2">{t("admin.grid.shown")}</span>
        <select
          className={fieldClass(false, "w-auto")}
          value={single}
          onChange={({ currentTarget: { value } }) => {
            if (isGridColumn(value)) onSingle(value);
          }}
        >
          {view.columns.map((column) => (
            <option key={column} value={column}>
              {columnName(text, column)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface ColumnMenuProps {
  columns: readonly GridColumn[];
  onChange: (columns: readonly GridColumn[]) => void;
}

/** Chooses the columns, by the groups of the catalogue. One column always stays. */
function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const text = useText();
  const { t } = text;
  const groups = groupBy(GRID_COLUMNS, (column) =>
    column === "readiness" ? t("admin.grid.readiness") : text.groupLabel(fieldSpec(column).group),
  );
  return (
    <Menu
      trigger={
        <Button>
          <ColumnsIcon />
          {t("admin.grid.columns", { count: columns.length })}
        </Button>
      }
    >
      {[...groups].map(([group, own]) => (
        <MenuChecks
          key={group}
          label={group}
          checked={own.filter((column) => columns.includes(column))}
          onChange={(checked) => {
            const next = GRID_COLUMNS.filter((column) =>
              own.includes(column) ? checked.includes(column) : columns.includes(column),
            );
            if (next.length > 0) onChange(next);
          }}
          choices={own.map((column) => ({
            value: column,
            label: column === "readiness" ? columnName(text, column) : text.fieldLabel(column),
          }))}
        />
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => onChange(DEFAULT_GRID.columns)}>
        {t("admin.grid.usualColumns")}
      </MenuItem>
    </Menu>
  );
}
