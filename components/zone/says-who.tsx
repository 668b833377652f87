"use client";

import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { CloseIcon } from "@/components/ui/icons";

/** Space between the value and what opens at it, and between that and the window's edge, in px. */
const GAP = 8;

/**
 * Answers "says who?" for every `Ask` on the page: copies the value's ledger entry into one popover
 * and opens it at the value. One for all of them, so that nothing is sent twice and no value needs a
 * script of its own. Escape or a press outside closes it; the keyboard returns to the value.
 */
export function SaysWho() {
  const panel = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState({ anchor: "ledger", label: "" });

  useEffect(() => {
    const answer = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const value = askedBy(event.target);
      const entry = value && document.getElementById(value.hash.slice(1));
      if (!value || !entry || !panel.current || !body.current) return;
      event.preventDefault();
      setAsked({ anchor: entry.id, label: entry.dataset.label ?? "" });
      body.current.replaceChildren(...copyOf(entry));
      // Some browsers do not focus a pressed link, and the focus is to come back to it.
      value.focus({ preventScroll: true });
      panel.current.showPopover();
      place(panel.current, value);
      panel.current.focus({ preventScroll: true });
    };
    const pressSpace = (event: KeyboardEvent) => {
      const value = event.key === " " ? askedBy(event.target) : null;
      if (!value) return;
      event.preventDefault();
      value.click();
    };
    document.addEventListener("click", answer);
    document.addEventListener("keydown", pressSpace);
    return () => {
      document.removeEventListener("click", answer);
      document.removeEventListener("keydown", pressSpace);
    };
  }, []);

  const close = () => panel.current?.hidePopover();
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={`${asked.label}: says who?`}
      className="inset-auto m-0 max-h-[min(36rem,80dvh)] w-[min(42rem,calc(100vw-16px))] overflow-y-auto overscroll-contain rounded-pop bg-pop p-4 text-ink shadow-pop outline-none max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-6 sm:absolute sm:top-(--y) sm:left-(--x)"
    >
      <div className="float-right -mt-1.5 -mr-1.5">
        <IconButton label="Close" variant="quiet" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      <div ref={body} className="@container" />
      <p className="mt-3 flex flex-wrap justify-between gap-x-4 gap-y-1 border-line border-t pt-2 text-12">
        <a className="link" href={`#${asked.anchor}`} onClick={close}>
          Find it in the ledger
        </a>
        <a className="link" href="/method#corrections">
          Know better? Tell us
        </a>
      </p>
    </div>
  );
}

function askedBy(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-says-who]") : null;
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
