import "server-only";
import type { Text } from "@/lib/text/text";
import { env } from "../env";

/** Who runs this copy, in a sentence, or that nobody is named. */
export function describeOperator({ t }: Pick<Text, "t">): string {
  const { OPERATOR: operator } = env();
  return operator === undefined
    ? t("about.privacy.who.noOperator")
    : t("about.privacy.who.operator", { operator });
}
