/** The address of a comparison has this word where the slug of a zone that is added goes. */
export const ADDED_ZONE = "ZONE";
