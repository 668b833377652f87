import type { Quarter } from "@/lib/changes/span";
import type { Text } from "./text";

/** A quarter in words: "fourth quarter of 2025". */
export function quarterInWords({ t }: Text, { name }: Pick<Quarter, "name">): string {
  const [year = "", number] = name.split("-Q");
  return t("common.quarter", { quarter: Number(number), year });
}
