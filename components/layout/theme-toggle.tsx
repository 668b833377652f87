"use client";

import { IconButton } from "@/components/ui/icon-button";
import { ContrastIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";
import { chooseTheme, currentTheme } from "./theme";

/** Changes between the light and the dark theme. One label for both, so that nothing jumps at hydration. */
export function ThemeToggle() {
  const { t } = usePlainText();
  return (
    <IconButton
      label={t("layout.theme")}
      variant="quiet"
      onClick={() => chooseTheme(currentTheme() === "dark" ? "light" : "dark")}
    >
      <ContrastIcon />
    </IconButton>
  );
}
