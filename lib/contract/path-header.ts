/** The header with the path of a page, by which the proxy tells a not-found page, which gets no parameters. */
export const PATH_HEADER = "x-page-path";
