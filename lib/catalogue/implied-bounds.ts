/**
 * What other evidence on a zone implies for an indicator. An implied bound moves the ends of the indicator's score, never
 * the value shown. Each has the sentence that pages and files give as its reason.
 */
export const IMPLIED_BOUNDS = {
  serviced:
    "A source says that the zone was serviced, so power, water and internal roads reach at least part of it.",
  producing: "Firms produce in the zone, so plots are marked out and roads reach them.",
  "producing-firms":
    "The zone’s status, named firms or counts show how many firms produce at least, and at least as many are admitted.",
  "named-firms": "Reports name as many firms that are admitted.",
  "developer-bound": "The developer has signed the development agreement.",
  "not-started": "A source says that no work has begun, so nothing is built and no firm produces.",
} as const;

/** The reason of an implied bound. */
export type ImpliedBound = keyof typeof IMPLIED_BOUNDS;
