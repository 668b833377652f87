"use client";

import { lazyPart } from "@/components/ui/lazy-part";

// Parts that the first view does without.
/** What could not be read of the address. */
export const AddressProblems = lazyPart(() =>
  import("./address-problems").then((m) => m.AddressProblems),
);
/** In place of the list where nothing is found. */
export const EmptyList = lazyPart(() => import("./empty-list").then((m) => m.EmptyList));
/** What can be done with the selected zones. */
export const SelectionBar = lazyPart(() => import("./selection-bar").then((m) => m.SelectionBar));
/** What a later revision changed, and that the database is away. */
export const LiveNotes = lazyPart(() => import("./live-notes").then((m) => m.LiveNotes));
