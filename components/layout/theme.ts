/** A reader's explicit choice. Without one the system's colour scheme holds. */
export type Theme = "light" | "dark";

/** Name of the cookie that keeps the choice, read by the root layout before the first paint. */
export const THEME_COOKIE = "theme";

const YEAR_SECONDS = 31_536_000;
const CHANGED = "themechange";
const DARK_SYSTEM = "(prefers-color-scheme: dark)";

/** The theme that a cookie's value names, or null for none and for anything else. */
export function parseTheme(value: string | undefined): Theme | null {
  return value === "light" || value === "dark" ? value : null;
}

/** The theme in force in this browser now: the reader's choice, else the system's. Browser only. */
export function currentTheme(): Theme {
  const chosen = parseTheme(document.documentElement.dataset.theme);
  return chosen ?? systemTheme();
}

/**
 * Sets the theme for this page and, by cookie, for later ones. A choice equal to the system's is
 * kept as no choice, so that a reader who toggles twice follows the system again. Browser only.
 */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === systemTheme()) {
    delete root.dataset.theme;
    writeCookie("", 0);
  } else {
    root.dataset.theme = theme;
    writeCookie(theme, YEAR_SECONDS);
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when the theme in force may have changed; returns the way to stop. Browser only. */
export function watchTheme(onChange: () => void): () => void {
  const system = window.matchMedia(DARK_SYSTEM);
  system.addEventListener("change", onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    system.removeEventListener("change", onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

function systemTheme(): Theme {
  return window.matchMedia(DARK_SYSTEM).matches ? "dark" : "light";
}

function writeCookie(value: string, maxAge: number): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome would prefer the Cookie Store API, which neither Firefox ESR nor Safari 16 has; the
  // assignment is the one form that every browser understands.
  Reflect.set(
    document,
    "cookie",
    `${THEME_COOKIE}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${secure}`,
  );
}
