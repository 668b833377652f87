/** The media type of the feed of changes by the ending of its address. */
export const FEED_TYPES = { atom: "application/atom+xml", json: "application/feed+json" } as const;
export type FeedFormat = keyof typeof FEED_TYPES;

/** The formats of the feed, with the name of each. */
export const FEED_FORMATS = [
  { name: "Atom", ending: "atom", type: FEED_TYPES.atom },
  { name: "JSON", ending: "json", type: FEED_TYPES.json },
] as const;
