/** Attributes of the cookies that keep a reader's choice for a year; over https they are `Secure` too. */
export const CHOICE_COOKIE = { path: "/", maxAge: 31_536_000, sameSite: "lax" } as const;

/** Name of the cookie that keeps the theme, read by the root layout before the first paint. */
export const THEME_COOKIE = "theme";

/** The cookies of a reader's choices with the values that a page reads. A page depends on no other cookie of a visitor. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  [THEME_COOKIE]: ["light", "dark"],
};
