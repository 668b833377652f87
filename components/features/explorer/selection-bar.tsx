"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/layout/link";
import { buttonClass } from "@/components/ui/button";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { COMPARE_LIMITS } from "@/lib/query/compare";
import type { Query } from "@/lib/query/query";
import type { RankedRow } from "@/lib/query/select";
import type { ZoneNames } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import { compareHref } from "./compare-first";
import { ExportButton } from "./export-button";
import type { ExportSubject } from "./export-menu";

interface SelectionBarProps {
  /** Slugs of all selected zones, those outside the list included. */
  selected: readonly string[];
  /** The selected zones that are in the list. */
  rows: readonly RankedRow[];
  names: ZoneNames;
  subject: ExportSubject;
  onShowOnly: () => void;
  onClear: () => void;
  onExportFailure: (sentence: string | null) => void;
}

/** Actions on the selected zones, at the foot of the list while there are any. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, rows, names, subject } = props;
  const text = useText();
  const { t } = text;
  const [only] = selected;
  if (only === undefined) return null;
  const isOne = selected.length === 1;
  const away = selected.length - rows.length;
  const bold = (words: ReactNode) => <b>{words}</b>;
  return (
    <section
      aria-label={t("explorer.selection.title")}
      className="selection-bar no-print flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 border-line-2 border-t bg-paper py-[7px] ps-3.5 pe-4 max-[60rem]:fixed max-[60rem]:inset-x-0 max-[60rem]:bottom-0 max-[60rem]:z-5 max-[60rem]:pb-[max(7px,env(safe-area-inset-bottom))] max-[60rem]:shadow-sheet"
    >
      <p role="status">
        {isOne
          ? t.rich("explorer.selection.one", {
              name: shortenZoneName(names.get(only) ?? only),
              b: bold,
            })
          : t.rich("explorer.selection.many", { count: text.number(selected.length), b: bold })}
        {away > 0 ? (
          <span className="text-ink-3">
            {" "}
            {t("explorer.selection.away", { count: text.number(away) })}
          </span>
        ) : null}
      </p>
      {isOne ? (
        <Link className="link" href={`/zones/${only}` as Route} prefetch={false}>
          {t("explorer.selection.open")}
        </Link>
      ) : (
        <button type="button" className="link" onClick={props.onShowOnly}>
          {t("explorer.selection.showOnly")}
        </button>
      )}
      <CompareLink selected={selected} query={subject.query} />
      {rows.length > 0 ? (
        <ExportButton
          subject={subject}
          label={t("explorer.selection.export")}
          side="top"
          onFailure={props.onExportFailure}
        />
      ) : null}
      <button type="button" className="link" onClick={props.onClear}>
        {t("explorer.selection.clear")}
      </button>
    </section>
  );
}

/** Leads to the comparison of the selected zones, with the same weights and day; or says why there is none. */
function CompareLink({ selected, query }: { selected: readonly string[]; query: Query }) {
  const text = useText();
  if (selected.length < COMPARE_LIMITS.min) {
    return <span className="text-12 text-ink-3">{text.t("explorer.selection.tooFew")}</span>;
  }
  if (selected.length > COMPARE_LIMITS.max) {
    return (
      <span className="text-12 text-ink-3">
        {text.t("explorer.selection.tooMany", { most: text.number(COMPARE_LIMITS.max) })}
      </span>
    );
  }
  return (
    <Link
      className={buttonClass("main")}
      href={compareHref(selected, query) as Route}
      prefetch={false}
    >
      {text.t("explorer.selection.compare")}
    </Link>
  );
}
