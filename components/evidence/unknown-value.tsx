import { useText } from "@/lib/text/use-text";

/** "unknown" in italics, in the place of a value. `children` replaces the word where another is clearer. */
export function UnknownValue({ children }: { children?: string }) {
  const { t } = useText();
  return <span className="unknown">{children ?? t("common.unknown")}</span>;
}
