import type { Day } from "@/lib/time/day";

/** The purpose of the revision that records an edition of the data set. `readEdition` of lib/changes reads it. */
export function writeEditionPurpose(title: string, compiledOn: Day): string {
  return `${title}, as compiled on ${compiledOn}`;
}
