/** Stands for the slug of the zone that a reader adds, in the address of the comparison with it. */
export const ADDED_ZONE = "ZONE";
