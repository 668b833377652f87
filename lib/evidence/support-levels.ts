/** How well a value is evidenced, from least to most. */
export const SUPPORTS = ["single", "corroborated", "independent"] as const;

/**
 * `independent`: an agreeing claim has that origin. `corroborated`: two or more publishers agree. `single`: one
 * publisher says it, and it has a stake.
 */
export type Support = (typeof SUPPORTS)[number];
