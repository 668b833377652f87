"use client";

import { useEffect, useState } from "react";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { evidencePath } from "@/lib/evidence/addresses";
import type { EntryRequest } from "./evidence-panel";

const loadPanel = () => import("./evidence-panel").then((module) => module.EvidencePanel);

/**
 * Opens the ledger entry of a value beside the value, for every link to such an entry on any page. One
 * popover serves them all, so that no value needs a script of its own. It is loaded when a value is
 * first pointed at or focused. The entry is copied from the page, or fetched where the page does not
 * have it. Escape or a press outside closes the popover, and the focus returns to the value.
 */
export function EvidencePopover() {
  const { part: Panel, load, failed } = useLoaded(loadPanel);
  const [request, setRequest] = useState<EntryRequest | null>(null);

  useEffect(() => {
    const prepare = ({ target }: Event) => {
      if (findValueLink(target)) load();
    };
    const openPressed = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const value = findValueLink(event.target);
      const pressed = value && findEntry(value);
      if (!pressed) return;
      event.preventDefault();
      load();
      setRequest(pressed);
    };
    const pressSpace = (event: KeyboardEvent) => {
      const value = event.key === " " ? findValueLink(event.target) : null;
      if (!value) return;
      event.preventDefault();
      value.click();
    };
    document.addEventListener("pointerover", prepare);
    document.addEventListener("focusin", prepare);
    // In the capture phase, before the router follows the link.
    document.addEventListener("click", openPressed, true);
    document.addEventListener("keydown", pressSpace);
    return () => {
      document.removeEventListener("pointerover", prepare);
      document.removeEventListener("focusin", prepare);
      document.removeEventListener("click", openPressed, true);
      document.removeEventListener("keydown", pressSpace);
    };
  }, [load]);

  useEffect(() => {
    if (failed && request) window.location.assign(request.value.href);
  }, [failed, request]);

  return Panel && request ? <Panel request={request} /> : null;
}

/** The link to a ledger entry at an element; null for other links and for those inside the popover. */
function findValueLink(target: EventTarget | null): HTMLAnchorElement | null {
  if (!(target instanceof Element) || target.closest("[popover]")) return null;
  return target.closest<HTMLAnchorElement>('a[href*="#ledger-"]:not([data-popover="none"])');
}

/** Where the entry of a link is; null where it is on no page of its own either. */
function findEntry(value: HTMLAnchorElement): EntryRequest | null {
  const { pathname, search } = window.location;
  const isHere = value.pathname === pathname && value.search === search;
  const here = isHere ? document.getElementById(value.hash.slice(1)) : null;
  // The page of a zone has the anchors of its entries, but not the entries.
  if (here?.matches("article")) return { value, entry: here, page: null };
  const page = evidencePath(new URL(value.href));
  return page === null ? null : { value, entry: null, page };
}
