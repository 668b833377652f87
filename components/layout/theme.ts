/** Name of the cookie that keeps the theme for a year. Only the browser reads it. */
export const THEME_COOKIE = "theme";
const YEAR_SECONDS = 31_536_000;

/**
 * Runs in the head of every page: gives the document the theme that the reader chose, before the first paint. It has no
 * character that HTML would write in another way.
 */
export const THEME_SCRIPT = `(function(found){if(found)document.documentElement.dataset.theme=found[1]})(/(?:^|;\\s)${THEME_COOKIE}=(light|dark)(?:;|$)/.exec(document.cookie))`;

/** A reader's explicit choice. Without one the system's colour scheme holds. */
export type Theme = "light" | "dark";

const CHANGED = "themechange";
const DARK_SYSTEM = "(prefers-color-scheme: dark)";

/** The theme in force in this browser now: the reader's choice, else the system's. Browser only. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : systemTheme();
}

/**
 * Sets the theme for this page and, by cookie, for later ones. A choice equal to the system's is
 * kept as no choice, so that a reader who toggles twice follows the system again. Browser only.
 */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === systemTheme()) {
    delete root.dataset.theme;
    keepTheme(null);
  } else {
    root.dataset.theme = theme;
    keepTheme(theme);
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

/** @param theme null: no choice, which removes the cookie */
function keepTheme(theme: Theme | null): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const maxAge = theme === null ? 0 : YEAR_SECONDS;
  // biome would prefer the Cookie Store API, which neither Firefox ESR nor Safari 16 has; the
  // assignment is the one form that every browser understands.
  Reflect.set(
    document,
    "cookie",
    `${THEME_COOKIE}=${theme ?? ""}; Path=/; Max-Age=${maxAge}; SameSite=lax${secure}`,
  );
}
