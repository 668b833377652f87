"use client";

import { type ReactNode, useState } from "react";
import { ChevronDownIcon } from "@/components/ui/icons";
import { useText } from "@/lib/text/use-text";
import { preloadLazyParts } from "./lazy-parts";

interface FilterFoldProps {
  label: ReactNode;
  /** How many choices are made in it. It is open at first where there are some. */
  active: number;
  openAtFirst?: boolean;
  /** How many filters are in it, where there are several. */
  count?: number;
  /** Beside the label while it is open. */
  action?: ReactNode;
  children: ReactNode;
}

/** Filters under a heading that opens and closes them. */
export function FilterFold({
  label,
  active,
  openAtFirst = false,
  count,
  action,
  children,
}: FilterFoldProps) {
  const text = useText();
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? (openAtFirst || active > 0);
  return (
    <div className="border-line border-t first:border-t-0">
      <div className="flex items-center">
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={open}
            onPointerEnter={preloadLazyParts}
            onFocus={preloadLazyParts}
            onClick={() => setOpened(!open)}
            className="flex min-h-8 w-full items-center gap-1 text-start text-12 hover:text-accent pointer-coarse:min-h-11"
          >
            <span className={open ? undefined : "-rotate-90 rtl:rotate-90"}>
              <ChevronDownIcon />
            </span>
            <span className="flex-1">
              {label}
              {active > 0 ? (
                <b className="ms-1 text-accent">
                  {text.t("query.panel.active", { count: text.number(active) })}
                </b>
              ) : null}
            </span>
            {count === undefined ? null : (
              <span className="font-normal text-ink-3">{text.number(count)}</span>
            )}
          </button>
        </h3>
        {open ? action : null}
      </div>
      {open ? <div className="pb-2">{children}</div> : null}
    </div>
  );
}
