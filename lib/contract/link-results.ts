/**
 * `works`: an answer of success. `moved`: the server names another address, which is not followed. `dead`: the page or
 * the server is gone. `unclear`: no clear answer, such as a refusal of programs. `refused`: not asked, because the
 * address is not one of the public web.
 */
export const LINK_RESULTS = ["works", "moved", "dead", "unclear", "refused"] as const;
export type LinkResult = (typeof LINK_RESULTS)[number];
