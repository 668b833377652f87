import type { Quarter } from "@/lib/changes/span";

const ORDINALS = ["first", "second", "third", "fourth"];

/** A quarter in words: "fourth quarter of 2025". */
export function quarterInWords({ name }: Pick<Quarter, "name">): string {
  const [year, number] = name.split("-Q");
  return `${ORDINALS[Number(number) - 1]} quarter of ${year}`;
}
