/** Loads the sheet of filters for narrow screens on its first use. */
export const loadFilterSheet = () => import("./filter-sheet").then((m) => m.FilterSheet);
