/** The parts of the page of the method, in order; each key is also an anchor, which published links point at. */
export const METHOD_PARTS = [
  "purpose",
  "claims",
  "resolution",
  "unknown",
  "marks",
  "ladders",
  "standing",
  "readiness",
  "example",
  "scopes",
  "dependence",
  "promises",
  "firms",
  "fields",
  "vocabularies",
  "places",
  "boundaries",
  "limits",
  "cite",
  "corrections",
  "licence",
] as const;

/** Key of a part of the method. */
export type MethodPart = (typeof METHOD_PARTS)[number];
