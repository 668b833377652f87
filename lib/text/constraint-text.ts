import { CONSTRAINTS, type Constraint } from "@/lib/catalogue/constraints";
import type { Text } from "./text";

/** A constraint in the language of `text`; undefined where there is none. Holds every constraint: not for the browser. */
export function getConstraint(text: Text, key: string): Constraint | undefined {
  const constraint = CONSTRAINTS[key];
  if (!constraint) return undefined;
  const { label, question, bearsOn, compared } = constraint;
  const words = text.translatedConstraint(key);
  return {
    label: words.label ?? label,
    question: words.question ?? question,
    bearsOn: bearsOn.map(({ field, why }) => ({ field, why: words.bearsOn?.[field] ?? why })),
    compared: compared && { ...compared, ...words.compared },
  };
}
