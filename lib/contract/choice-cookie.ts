/** Attributes of the cookies that keep a reader's choice for a year; over https they are `Secure` too. */
export const CHOICE_COOKIE = { path: "/", maxAge: 31_536_000, sameSite: "lax" } as const;
