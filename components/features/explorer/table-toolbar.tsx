"use client";

import { memo, type ReactNode, useState } from "react";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { SharePanel } from "@/components/evidence/share-panel";
import type { ChangeQuery } from "@/components/query-bar/facet";
import { SameZones } from "@/components/query-bar/same-zones";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { CloseIcon, ColumnsIcon } from "@/components/ui/icons";
import { InfoButton } from "@/components/ui/info-button";
import { LazyPopup } from "@/components/ui/lazy-part";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { BLOCK_WEIGHTS, BLOCKS } from "@/lib/catalogue/groups";
import { embedPath } from "@/lib/contract/embeds";
import type { Query, SortTerm } from "@/lib/query/query";
import { listActiveConditions, withoutCondition, withoutConditions } from "@/lib/query/query-edits";
import { writeQuery } from "@/lib/query/write-query";
import { describeCondition, type ZoneNames } from "@/lib/text/query-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { type ColumnKey, columnShort, getColumn } from "./columns";
import { CompareFirst } from "./compare-first";
import type { ExplorerAnswer } from "./explorer-answer";
import { writeAddress } from "./explorer-state";
import { ExportButton } from "./export-button";
import type { ExportSubject } from "./export-menu";
import { FilterButton } from "./filter-button";
import type { ChangeView } from "./use-explorer";
import type { ExplorerView } from "./view-params";

const EMBEDS = ["map", "table"] as const;

const loadColumnChooser = () => import("./column-chooser").then((m) => m.ColumnChooser);

interface TableToolbarProps {
  query: Query;
  view: ExplorerView;
  answer: ExplorerAnswer;
  names: ZoneNames;
  /** To when evidence was searched for, in words; null where not known in the browser. */
  searched: string | null;
  onQuery: ChangeQuery;
  onView: ChangeView;
  /** May follow the rest after the next paint. */
  shareControls: ShareControlsProps;
}

/** Above the table: how many zones match, the active filters, and the actions on the list. */
export const TableToolbar = memo(function TableToolbar(props: TableToolbarProps) {
  const { query, view, answer, names, searched, onQuery, onView } = props;
  const text = useText();
  // The headline says it, and is in view on a wide screen.
  const isAll = answer.found === answer.total;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 py-2 ps-3.5 pe-4 max-[45rem]:sticky max-[45rem]:top-0 max-[45rem]:z-2 max-[45rem]:gap-x-0.5 max-[45rem]:border-line max-[45rem]:border-b max-[45rem]:bg-paper max-[45rem]:ps-4 laptop:min-h-9 laptop:py-1">
      <p role="status" className={cx("tabular whitespace-nowrap", isAll && "min-[45rem]:sr-only")}>
        {text.t.rich("explorer.toolbar.found", {
          found: text.number(answer.found),
          total: answer.total,
          b: (words) => <b>{words}</b>,
        })}
      </p>
      <span className="no-print">
        <MarksExplanation />
      </span>
      {searched === null ? null : (
        <p className="min-w-0 flex-1 text-12 text-ink-3 max-[45rem]:order-2 max-[45rem]:flex-[1_0_100%]">
          {searched}
        </p>
      )}
      <SortSelect sort={query.sort} columns={view.columns} onQuery={onQuery} />
      <div className="order-1 flex min-w-0 flex-[1_0_100%] flex-wrap items-center gap-x-1.5 gap-y-1 empty:hidden">
        <FilterChips query={query} names={names} onQuery={onQuery} />
        {listActiveConditions(query).length > 0 ? (
          <div className="max-[45rem]:hidden">
            <SameZones query={query} path="/zones" />
          </div>
        ) : null}
      </div>
      <div className="no-print ms-auto flex items-center gap-1 max-[45rem]:flex-[1_0_100%] max-[45rem]:flex-wrap max-[45rem]:gap-2">
        <div className="max-[45rem]:me-auto min-[75rem]:hidden">
          <FilterButton query={query} answer={answer} onQuery={onQuery} />
        </div>
        {view.selected.length === 0 ? (
          <CompareFirst slugs={answer.rows.map(({ slug }) => slug)} query={query} />
        ) : null}
        <ColumnButton view={view} onView={onView} />
        <ShareControls {...props.shareControls} />
      </div>
    </div>
  );
});

/** A chip for each active filter and for changed weights; a press removes it. One button removes all filters. */
function FilterChips({
  query,
  names,
  onQuery,
}: Pick<TableToolbarProps, "query" | "names" | "onQuery">) {
  const text = useText();
  const conditions = listActiveConditions(query);
  const hasOwnWeights = BLOCKS.some((block) => query.weights[block] !== BLOCK_WEIGHTS[block]);
  return (
    <>
      {conditions.map((key) => {
        const filter = describeCondition(text, query, key, names);
        return (
          <Chip
            key={key}
            removeLabel={text.t("query.bar.remove", { filter })}
            onRemove={() => onQuery((now) => withoutCondition(now, key))}
          >
            {filter}
          </Chip>
        );
      })}
      {hasOwnWeights ? (
        <Chip
          removeLabel={text.t("explorer.toolbar.resetWeights")}
          onRemove={() => onQuery((now) => ({ ...now, weights: BLOCK_WEIGHTS }))}
        >
          {text.t("explorer.toolbar.ownWeights")}
        </Chip>
      ) : null}
      {conditions.length > 0 ? (
        <button
          type="button"
          className="link no-print min-h-6 text-12"
          onClick={() => onQuery(withoutConditions)}
        >
          {text.t("query.bar.clear")}
        </button>
      ) : null}
    </>
  );
}

function ColumnButton({ view, onView }: Pick<TableToolbarProps, "view" | "onView">) {
  const text = useText();
  const title = text.t("explorer.toolbar.columns");
  return (
    <LazyPopup
      loader={loadColumnChooser}
      props={{
        trigger: (
          <Button variant="quiet" title={title} aria-haspopup="dialog">
            <ColumnsIcon />
            <span className="sr-only">{title}</span>
          </Button>
        ),
        columns: view.columns,
        onColumns: (columns) => onView((now) => ({ ...now, columns }), { act: "columns" }),
        isCompact: view.density === "compact",
        onCompact: (isCompact) =>
          onView((now) => ({ ...now, density: isCompact ? "compact" : "dated" })),
      }}
    />
  );
}

interface ChipProps {
  children: ReactNode;
  /** What the button does: "Remove filter: Sindh". */
  removeLabel: string;
  onRemove: () => void;
}

/** A choice that can be removed. The whole chip is the button. */
function Chip({ children, removeLabel, onRemove }: ChipProps) {
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={removeLabel}
      title={removeLabel}
      className="filter-chip"
    >
      {children}
      <span className="no-print">
        <CloseIcon />
      </span>
    </button>
  );
}

/** What is shared. */
interface ShareControlsProps {
  query: Query;
  view: ExplorerView;
  subject: ExportSubject;
  onExportFailure: (sentence: string | null) => void;
  /** The revision shown, as a permanent link names it. */
  knownOn: string;
  /** Scheme and host of the site. */
  origin: string;
}

/** Buttons that share what is shown: links, code for other sites, and files. */
const ShareControls = memo(function ShareControls(props: ShareControlsProps) {
  const { query, view, subject, knownOn, origin, onExportFailure } = props;
  const text = useText();
  const permanentQuery = { ...query, asOf: subject.asOf, knownOn };
  return (
    <>
      <SharePanel
        current={origin + writeAddress({ query: { ...query, knownOn: null }, view })}
        permanent={origin + writeAddress({ query: permanentQuery, view })}
        isCompact
      />
      <EmbedPanel
        origin={origin}
        title={text.t("layout.product")}
        embeds={EMBEDS.map((kind) => ({ kind, path: embedPath(kind, writeQuery(query)) }))}
        isCompact
      />
      <ExportButton
        subject={subject}
        label={text.t("explorer.toolbar.export")}
        onFailure={onExportFailure}
      />
    </>
  );
});

interface SortOption {
  readonly term: SortTerm;
  readonly label: string;
}

/** The sort of the list as a menu, for phones, where the table has no heads to press. */
const SortSelect = memo(function SortSelect({
  sort,
  columns,
  onQuery,
}: {
  sort: Query["sort"];
  columns: readonly ColumnKey[];
  onQuery: ChangeQuery;
}) {
  const text = useText();
  const [first] = sort;
  const options = withCurrent(text, listOptions(text, columns), first);
  return (
    <label className="hidden min-w-0 flex-1 max-[45rem]:block">
      <span className="sr-only">{text.t("explorer.toolbar.sort.label")}</span>
      <select
        value={first ? encodeTerm(first) : ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const chosen = options.find(({ term }) => encodeTerm(term) === value);
          if (chosen) onQuery((now) => ({ ...now, sort: [chosen.term] }));
        }}
        className="h-(--control) w-full rounded-2 bg-paper ps-1.5 font-medium text-12 shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:shadow-[inset_0_0_0_1px_var(--color-edge)]"
      >
        {options.map(({ term, label }) => (
          <option key={encodeTerm(term)} value={encodeTerm(term)}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
});

function listOptions(text: Text, columns: readonly ColumnKey[]): SortOption[] {
  const name = text.t("explorer.toolbar.sort.aToZ", { column: text.fieldLabel("name") });
  return [
    { term: { key: "name", descending: false }, label: name },
    ...columns.flatMap((key): SortOption[] => {
      const { sort, descendingFirst } = getColumn(key);
      const column = columnShort(text, key);
      const [up, down] = descendingFirst ? (["low", "high"] as const) : (["a", "z"] as const);
      const labels = {
        low: text.t("explorer.toolbar.sort.lowFirst", { column }),
        high: text.t("explorer.toolbar.sort.highFirst", { column }),
        a: text.t("explorer.toolbar.sort.aToZ", { column }),
        z: text.t("explorer.toolbar.sort.zToA", { column }),
      };
      const options = [
        { term: { key: sort, descending: false }, label: labels[up] },
        { term: { key: sort, descending: true }, label: labels[down] },
      ];
      return descendingFirst ? options.reverse() : options;
    }),
  ];
}

/** The current sort is always among the options, whatever columns are shown. */
function withCurrent(
  text: Text,
  options: readonly SortOption[],
  current: SortTerm | undefined,
): readonly SortOption[] {
  if (!current || options.some(({ term }) => encodeTerm(term) === encodeTerm(current))) {
    return options;
  }
  return [{ term: current, label: text.t("explorer.toolbar.sort.current") }, ...options];
}

function encodeTerm({ key, descending }: SortTerm): string {
  return descending ? `-${key}` : key;
}

const loadMarksDialog = () => import("./marks-dialog").then((m) => m.MarksDialog);

/** Opens the legend of the table. */
function MarksExplanation() {
  const { t } = useText();
  const dialog = useLoaded(loadMarksDialog);
  const [open, setOpen] = useState(false);
  return (
    <>
      <InfoButton
        label={t("explorer.marks.open")}
        aria-haspopup="dialog"
        onPointerEnter={dialog.load}
        onFocus={dialog.load}
        onClick={() => {
          dialog.load();
          setOpen(true);
        }}
      />
      {dialog.part ? <dialog.part open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
