"use client";

import { useEffect } from "react";

/**
 * Opens the page of a long list that has the item of the address: links from before the list had pages name an item by
 * its anchor alone, which the server does not get. An anchor that no page has changes nothing.
 */
export function ItemFinder() {
  useEffect(() => {
    const open = () => {
      const url = new URL(window.location.href);
      const id = url.hash.slice(1);
      if (id === "" || document.getElementById(id) || url.searchParams.get("item") === id) return;
      url.searchParams.delete("page");
      url.searchParams.set("item", id);
      window.location.replace(url);
    };
    open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, []);
  return null;
}
