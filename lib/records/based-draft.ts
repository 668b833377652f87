import type { RecordDraft } from "./record-draft";

/** What is typed in the form of a record, and the version that it was begun from. */
export interface BasedDraft {
  readonly draft: RecordDraft;
  readonly reason: string;
  /** The form as the version showed it, before anything was typed. */
  readonly before: RecordDraft;
  /** The revision of that version; 0 for a new record. */
  readonly basedOn: number;
  /** Did someone record another version while this was typed? */
  readonly overtaken: boolean;
}

/** A form in which nothing is typed yet. */
export function createBasedDraft(before: RecordDraft, basedOn: number): BasedDraft {
  return { draft: before, reason: "", before, basedOn, overtaken: false };
}

/** The draft that a value from the browser's storage is; null: it is none. */
export function readBasedDraft(value: unknown): BasedDraft | null {
  return isBasedDraft(value) ? value : null;
}

function isBasedDraft(value: unknown): value is BasedDraft {
  if (typeof value !== "object" || value === null) return false;
  const isPart = (key: string) => {
    const part: unknown = Reflect.get(value, key);
    return typeof part === "object" && part !== null;
  };
  return (
    isPart("draft") &&
    isPart("before") &&
    typeof Reflect.get(value, "reason") === "string" &&
    typeof Reflect.get(value, "basedOn") === "number"
  );
}

/** The parts that are typed otherwise than the version has them. */
export function listTyped({ draft, before }: Pick<BasedDraft, "draft" | "before">): string[] {
  return Object.keys(draft).filter((key) => draft[key] !== before[key]);
}

/**
 * The draft as one of the present version: what is typed stays, and the other parts are those of the present version.
 * @param present the form of the present version
 */
export function moveToPresent(begun: BasedDraft, present: BasedDraft): BasedDraft {
  if (present.basedOn <= begun.basedOn) return begun;
  const typed = listTyped(begun).map((key) => [key, begun.draft[key] ?? ""] as const);
  const draft = { ...present.draft, ...Object.fromEntries(typed) };
  const { before, basedOn } = present;
  return {
    ...{ draft, before, basedOn, reason: begun.reason },
    overtaken: begun.overtaken || listTyped({ draft, before }).length > 0,
  };
}
