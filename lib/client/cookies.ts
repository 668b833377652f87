import { CHOICE_COOKIE } from "@/lib/contract/choice-cookie";

/**
 * Keeps a choice for a year in a cookie, so that the server knows it before the first paint. Browser only.
 * @param value null: no choice, which removes the cookie
 */
export function keepChoice(name: string, value: string | null): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const { path, sameSite } = CHOICE_COOKIE;
  const maxAge = value === null ? 0 : CHOICE_COOKIE.maxAge;
  // biome would prefer the Cookie Store API, which neither Firefox ESR nor Safari 16 has; the
  // assignment is the one form that every browser understands.
  Reflect.set(
    document,
    "cookie",
    `${name}=${value ?? ""}; Path=${path}; Max-Age=${maxAge}; SameSite=${sameSite}${secure}`,
  );
}
