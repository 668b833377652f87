import type { z } from "zod";
import type { Text } from "../text/text";

/** Errors that schemas name themselves: messages in `api.schema` that need no values. */
const OWN_ERRORS = ["email", "identifier", "oneLine", "role"] as const;

/** The error of a part of a schema. */
export const schemaError = (name: (typeof OWN_ERRORS)[number]): string => name;

/** What is wrong with a part of a request and what to do, as a sentence that does not name the part. */
export function describeSchemaIssue(text: Text, issue: z.core.$ZodIssue): string {
  const own = OWN_ERRORS.find((name) => name === issue.message);
  if (own) return text.t(`api.schema.${own}`);
  switch (issue.code) {
    case "invalid_type":
      return text.t("api.schema.type", { expected: issue.expected });
    case "too_big":
      return text.t("api.schema.tooBig", { of: issue.origin, maximum: String(issue.maximum) });
    case "too_small":
      return text.t("api.schema.tooSmall", { of: issue.origin, minimum: String(issue.minimum) });
    case "invalid_format":
      return text.t("api.schema.format", { format: issue.format });
    case "invalid_value":
      return text.t("api.schema.value", { values: issue.values.map(String).join(", ") });
    case "unrecognized_keys":
      return text.t("api.schema.keys", { keys: issue.keys.join(", ") });
    default:
      return text.t("api.schema.other");
  }
}
