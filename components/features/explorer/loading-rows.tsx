import { Anchor } from "@/components/layout/link";
import { PAGE_PARAM } from "@/lib/query/list-page";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import type { PlainText } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";
import { EXPLORER_PATH, type ExplorerState } from "./explorer-state";
import { countPages, type FirstAnswer } from "./first-answer";
import { FIRST_ROWS } from "./table-window";
import { writeView } from "./view-params";

interface LoadingRowsProps {
  state: ExplorerState;
  first: FirstAnswer;
  /** The share of all rows that has arrived, 0 to 1. */
  progress: number;
}

/**
 * Under the first rows of a large registry: how many of all zones have arrived, over the table so that nothing moves when
 * it goes; without scripts, links to the other pages of rows.
 */
export function LoadingRows({ state, first, progress }: LoadingRowsProps) {
  const text = usePlainText();
  const label = text.t("explorer.rows.loading", {
    share: text.percent(progress),
    count: first.facets.scopes.all,
  });
  return (
    <>
      <div className="rows-loading no-print">
        <p>
          <span aria-hidden="true">{label}</span>
          <progress aria-label={label} value={progress} />
        </p>
      </div>
      <noscript>
        <RowPages state={state} first={first} text={text} />
      </noscript>
    </>
  );
}

/** Where the reader is among the pages of rows, and links to the others. */
function RowPages({
  state: { query, view },
  first: { found, start },
  text,
}: Pick<LoadingRowsProps, "state" | "first"> & { text: PlainText }) {
  const page = start / FIRST_ROWS + 1;
  const last = countPages(found);
  if (last === 1) return null;
  const link = (to: number, words: string) => (
    <Anchor
      className="link"
      href={
        EXPLORER_PATH +
        toSearch([...writeQuery(query), ...writeView(view), [PAGE_PARAM, String(to)]])
      }
    >
      {words}
    </Anchor>
  );
  return (
    <nav aria-label={text.t("explorer.rows.pages")} className="flex flex-wrap gap-4 px-4 py-3">
      <span className="tabular">
        {text.t("explorer.rows.shown", {
          rows: text.range(start + 1, Math.min(found, start + FIRST_ROWS)),
          count: found,
        })}
      </span>
      {page > 1 ? link(1, text.t("explorer.rows.first")) : null}
      {page > 1 ? link(page - 1, text.t("explorer.rows.previous")) : null}
      {page < last ? link(page + 1, text.t("explorer.rows.next")) : null}
      {page < last ? link(last, text.t("explorer.rows.last")) : null}
    </nav>
  );
}
