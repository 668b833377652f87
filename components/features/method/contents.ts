/** A part of the method page. */
export interface MethodPart {
  /** Its anchor; other pages point at some of them. */
  readonly id: string;
  readonly title: string;
}

/** The parts of the method page in their order, for the page and its table of contents. */
export const METHOD_PARTS = [
  { id: "purpose", title: "What the tracker is for" },
  { id: "claims", title: "Everything is a claim" },
  { id: "resolution", title: "Which value shows" },
  { id: "unknown", title: "Unknown is a value" },
  { id: "marks", title: "Marks and age" },
  { id: "ladders", title: "Two ladders" },
  { id: "readiness", title: "Readiness" },
  { id: "scopes", title: "Which zones count" },
  { id: "dependence", title: "Dependence" },
  { id: "promises", title: "Promises" },
  { id: "firms", title: "Firms" },
  { id: "fields", title: "Every field" },
  { id: "vocabularies", title: "Every word" },
  { id: "places", title: "Places" },
  { id: "boundaries", title: "Boundaries" },
  { id: "limits", title: "Limits of the data" },
  { id: "cite", title: "How to cite" },
  { id: "corrections", title: "How to correct us" },
  { id: "licence", title: "Licence" },
] as const satisfies readonly MethodPart[];

/** Anchor of a part of the method page. */
export type MethodPartId = (typeof METHOD_PARTS)[number]["id"];

/** The title of a part. */
export function partTitle(id: MethodPartId): string {
  return METHOD_PARTS.find((part) => part.id === id)?.title ?? id;
}
