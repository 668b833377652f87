"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Anchor } from "@/components/layout/link";
import { CopyList, copy } from "@/components/layout/page-actions";
import { IconButton } from "@/components/ui/button";
import { CloseIcon, PencilIcon } from "@/components/ui/icons";
import { useMay } from "@/lib/client/own-role";
import { usePath } from "@/lib/client/use-path";
import {
  allEvidencePath,
  entryCitationPath,
  entryCorrectionPath,
  entrySheetPath,
} from "@/lib/evidence/addresses";
import { toSearch } from "@/lib/query/search-string";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Space between the value and the popover, and between the popover and the window's edge, in px. */
const GAP = 8;

/** The link to a ledger entry that was pressed. Each press is a new object. */
export interface EntryRequest {
  /** The link to the entry. */
  readonly value: HTMLAnchorElement;
  /** The entry where this page has it. */
  readonly entry: HTMLElement | null;
  /** The page that has the entry alone; null where this page has it. */
  readonly page: string | null;
}

/** The popover with a ledger entry, which is copied from the page or fetched. */
export function EvidencePanel({ request }: { request: EntryRequest }) {
  const panel = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [citation, setCitation] = useState<string | null>(null);
  const [{ ledger, field }, setEntry] = useState({ ledger: "#ledger", field: "" });
  const here = `${usePath()}${toSearch(useSearchParams())}`;
  const correction = entryCorrectionPath(new URL(request.value.href), here);
  const sheet = entrySheetPath(new URL(request.value.href));
  const citable = entryCitationPath(new URL(request.value.href));
  const mayRecord = useMay("record");
  const { t } = usePlainText();
  const loading = t("evidence.popover.loading");

  useEffect(() => {
    let left = false;
    const { value, entry, page } = request;
    // The page may have been left while this was loaded.
    if (!value.isConnected) return;
    const ledger = (entry === null ? allEvidencePath(new URL(value.href)) : null) ?? value.href;
    const open = (name: string) => {
      setCitation(null);
      setEntry({ ledger, field: name });
      // Some browsers do not focus a pressed link, and the focus must return to it.
      value.focus({ preventScroll: true });
      panel.current?.showPopover();
    };
    const show = (nodes: readonly Node[]) => {
      if (!panel.current || !body.current) return;
      body.current.replaceChildren(...nodes);
      panel.current.scrollTop = 0;
      place(panel.current, value);
      panel.current.focus({ preventScroll: true });
    };
    const load = async (from: string) => {
      open(value.textContent ?? "");
      const wait = document.createElement("p");
      wait.textContent = loading;
      show([wait]);
      const found = (await fetchPage(from))?.querySelector<HTMLElement>('article[id^="ledger-"]');
      const closed = !panel.current?.matches(":popover-open");
      if (closed || left) return;
      if (!found) return window.location.assign(from);
      setEntry({ ledger, field: getLabel(found) });
      show(copyContent(found));
    };
    if (entry !== null) {
      open(getLabel(entry));
      show(copyContent(entry));
    } else if (page !== null) {
      void load(page);
    }
    return () => {
      left = true;
    };
  }, [request, loading]);

  useEffect(() => {
    // The entry does not belong to the page that follows.
    const leave = () => panel.current?.hidePopover();
    window.addEventListener("popstate", leave);
    return () => window.removeEventListener("popstate", leave);
  }, []);

  const cite = async (from: string) => {
    const words = (await fetchPage(from))?.getElementById("citation")?.textContent;
    if (!words) return window.location.assign(from);
    setCitation(words);
    await copy(t, words, t("layout.actions.copied", { what: t("evidence.popover.citation") }));
  };
  const close = () => panel.current?.hidePopover();
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={t("evidence.popover.label", { field })}
      className="inset-auto m-0 max-h-[min(36rem,80dvh)] w-[min(42rem,calc(100vw-16px))] overflow-y-auto overscroll-contain rounded-pop bg-pop p-4 text-ink shadow-pop outline-none max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-6 sm:absolute sm:top-(--y) sm:left-(--x)"
    >
      <div className="float-end -me-1.5 -mt-1.5">
        <IconButton label={t("ui.close")} variant="quiet" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <div ref={body} className="ledger-copy @container" />
      {citation === null ? null : (
        <div className="mt-3 border-line border-t pt-2">
          <CopyList
            items={[
              {
                label: t("evidence.popover.cite"),
                text: citation,
                what: t("evidence.popover.citation"),
              },
            ]}
          />
        </div>
      )}
      <p className="mt-3 flex flex-wrap justify-between gap-x-4 gap-y-1 border-line border-t pt-2 text-12">
        <Anchor className="link" href={ledger} onClick={close}>
          {t("evidence.popover.showAll")}
        </Anchor>
        {citable === null || citation !== null ? null : (
          <a
            className="link"
            href={`${citable}#citation`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              void cite(citable);
            }}
          >
            {t("evidence.popover.cite")}
          </a>
        )}
        {mayRecord && sheet !== null ? (
          <Anchor className="link inline-flex items-center gap-1 font-semibold" href={sheet}>
            <PencilIcon />
            {t("evidence.popover.change")}
          </Anchor>
        ) : (
          <Anchor className="link" href={correction}>
            {t("evidence.popover.correct")}
          </Anchor>
        )}
      </p>
    </div>
  );
}

/** The page of an entry; null where it cannot be loaded. */
async function fetchPage(page: string): Promise<Document | null> {
  try {
    const response = await fetch(page);
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return null;
  }
}

/** The name of an entry, which its heading says first. */
function getLabel(entry: HTMLElement): string {
  return entry.querySelector("h2, h3, h4")?.firstChild?.textContent?.trim() ?? "";
}

/** A copy of an entry's content without ids, which must stay unique. */
function copyContent(entry: HTMLElement): ChildNode[] {
  const copy = entry.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  return [...copy.childNodes];
}

/** Places the popover below the value, else above it, else as low as it fits; always inside the window. */
function place(panel: HTMLElement, value: HTMLElement): void {
  const at = value.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const lowest = view.height - height - GAP;
  const above = at.top - height - GAP;
  const top =
    at.bottom + GAP <= lowest ? at.bottom + GAP : above >= GAP ? above : Math.max(GAP, lowest);
  const left = Math.max(GAP, Math.min(at.left - GAP, view.width - width - GAP));
  panel.style.setProperty("--x", `${left + window.scrollX}px`);
  panel.style.setProperty("--y", `${top + window.scrollY}px`);
}
