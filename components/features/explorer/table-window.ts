/** Rows that are drawn before the page is measured. */
export const FIRST_END = 24;
/** Rows drawn above and below those in view, for scrolling and for the arrow keys. */
export const AROUND = 12;
/** Rows of a large registry that come with the page: those that its table draws first. */
export const FIRST_ROWS = FIRST_END + AROUND;
