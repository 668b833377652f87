"use client";

import { useSyncExternalStore } from "react";
import { currentTheme, type Theme, watchTheme } from "./theme";

/**
 * The theme in force, live: for what CSS cannot colour, such as the map's style. "light" while the
 * server renders; draw nothing that depends on it before the browser has it.
 */
export function useTheme(): Theme {
  return useSyncExternalStore<Theme>(watchTheme, currentTheme, () => "light");
}
