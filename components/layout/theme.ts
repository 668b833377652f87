import { keepChoice } from "@/lib/client/cookies";
import { THEME_COOKIE } from "@/lib/contract/choice-cookie";

/** A reader's explicit choice. Without one the system's colour scheme holds. */
export type Theme = "light" | "dark";

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
    keepChoice(THEME_COOKIE, null);
  } else {
    root.dataset.theme = theme;
    keepChoice(THEME_COOKIE, theme);
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
