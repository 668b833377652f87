"use client";

import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { CloseIcon } from "@/components/ui/icons";
import { evidencePath } from "@/lib/evidence/addresses";

/** Space between the value and what opens at it, and between that and the window's edge, in px. */
const GAP = 8;

/**
 * Answers "says who?" for every link to an entry of a zone's ledger, on any page: opens the entry at
 * the value. One for all of them, so that no value needs a script of its own; the entry is copied where
 * the page holds it, and fetched where it does not. Escape or a press outside closes it; the keyboard
 * returns to the value.
 */
export function EvidencePopover() {
  const panel = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const asked = useRef<HTMLAnchorElement>(null);
  const [{ ledger, label }, say] = useState({ ledger: "#ledger", label: "" });

  useEffect(() => {
    const open = (value: HTMLAnchorElement, what: string) => {
      asked.current = value;
      say({ ledger: value.href, label: what });
      // Some browsers do not focus a pressed link, and the focus is to come back to it.
      value.focus({ preventScroll: true });
      panel.current?.showPopover();
    };
    const show = (value: HTMLAnchorElement, nodes: readonly Node[]) => {
      if (!panel.current || !body.current) return;
      body.current.replaceChildren(...nodes);
      panel.current.scrollTop = 0;
      place(panel.current, value);
      panel.current.focus({ preventScroll: true });
    };
    const lookUp = async (value: HTMLAnchorElement, page: string) => {
      open(value, value.textContent ?? "");
      const wait = document.createElement("p");
      wait.textContent = "Looking it up…";
      show(value, [wait]);
      const entry = await fetchEntry(page);
      const closed = !panel.current?.matches(":popover-open");
      if (closed || asked.current !== value) return;
      if (entry === null) return window.location.assign(value.href);
      say({ ledger: value.href, label: entry.dataset.label ?? "" });
      show(value, copyOf(entry));
    };
    const answer = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const value = askedBy(event.target, panel.current);
      if (!value) return;
      const entry = isHere(value) ? document.getElementById(value.hash.slice(1)) : null;
      const page = evidencePath(new URL(value.href));
      if (entry !== null) {
        event.preventDefault();
        open(value, entry.dataset.label ?? "");
        show(value, copyOf(entry));
      } else if (page !== null) {
        event.preventDefault();
        void lookUp(value, page);
      }
    };
    const pressSpace = (event: KeyboardEvent) => {
      const value = event.key === " " ? askedBy(event.target, panel.current) : null;
      if (!value) return;
      event.preventDefault();
      value.click();
    };
    // Before the router, which would follow the link.
    document.addEventListener("click", answer, true);
    document.addEventListener("keydown", pressSpace);
    // Another page comes, of which the answer does not speak.
    const leave = () => panel.current?.hidePopover();
    window.addEventListener("popstate", leave);
    return () => {
      document.removeEventListener("click", answer, true);
      document.removeEventListener("keydown", pressSpace);
      window.removeEventListener("popstate", leave);
    };
  }, []);

  const close = () => panel.current?.hidePopover();
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={`${label}: says who?`}
      className="inset-auto m-0 max-h-[min(36rem,80dvh)] w-[min(42rem,calc(100vw-16px))] overflow-y-auto overscroll-contain rounded-pop bg-pop p-4 text-ink shadow-pop outline-none max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-6 sm:absolute sm:top-(--y) sm:left-(--x)"
    >
      <div className="float-right -mt-1.5 -mr-1.5">
        <IconButton label="Close" variant="quiet" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <div ref={body} className="@container" />
      <p className="mt-3 flex flex-wrap justify-between gap-x-4 gap-y-1 border-line border-t pt-2 text-12">
        <a className="link" href={ledger} onClick={close}>
          Find it in the ledger
        </a>
        <a className="link" href="/method#corrections">
          Know better? Tell us
        </a>
      </p>
    </div>
  );
}

/** The link to an entry of a ledger that was pressed; those in the panel itself lead there. */
function askedBy(target: EventTarget | null, panel: Element | null): HTMLAnchorElement | null {
  if (!(target instanceof Element) || panel?.contains(target)) return null;
  return target.closest<HTMLAnchorElement>('a[href*="#ledger-"]:not([data-says-who="no"])');
}

/** Does it lead to a place on this very page? */
function isHere({ pathname, search }: HTMLAnchorElement): boolean {
  return pathname === window.location.pathname && search === window.location.search;
}

/** The entry as the page that shows it alone has it; null where it cannot be had. */
async function fetchEntry(page: string): Promise<HTMLElement | null> {
  try {
    const response = await fetch(page);
    if (!response.ok) return null;
    const there = new DOMParser().parseFromString(await response.text(), "text/html");
    return there.querySelector<HTMLElement>('article[id^="ledger-"]');
  } catch {
    return null;
  }
}

/** What an entry holds, without its ids: those belong to the original. */
function copyOf(entry: HTMLElement): ChildNode[] {
  const copy = entry.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  return [...copy.childNodes];
}

/** Below the value where there is room, else above it, else as low as it fits; never beyond the window's sides. */
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
