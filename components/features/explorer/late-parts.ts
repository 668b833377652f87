"use client";

import dynamic from "next/dynamic";

/*
 * Parts that the first view does without. Each needs `loading`: only then does it have a boundary of its
 * own, and the rest of the page answers while the part loads.
 */
/** What could not be read of the address. */
export const AddressProblems = dynamic(
  () => import("./address-problems").then((m) => m.AddressProblems),
  {
    loading: () => null,
  },
);
/** In place of the list where nothing is found. */
export const EmptyList = dynamic(() => import("./empty-list").then((m) => m.EmptyList), {
  loading: () => null,
});
/** The progress of a large registry's rows, and links to their pages. */
export const LoadingRows = dynamic(() => import("./loading-rows").then((m) => m.LoadingRows), {
  loading: () => null,
});
/** What can be done with the selected zones. */
export const SelectionBar = dynamic(() => import("./selection-bar").then((m) => m.SelectionBar), {
  loading: () => null,
});
/** What a later revision changed, and that the database is away. */
export const LiveNotes = dynamic(() => import("./live-notes").then((m) => m.LiveNotes), {
  loading: () => null,
});
/** Loads the rows of moments that did not come with the page. */
export const MomentQueries = dynamic(
  () => import("./moment-queries").then((m) => m.MomentQueries),
  {
    ssr: false,
    loading: () => null,
  },
);
