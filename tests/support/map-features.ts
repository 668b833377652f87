const PARTIAL_DATES = ["approvedOn", "progressSince", "progressLastReported"];

/** The features of a GeoJSON file as `/ogc` has them: dates that may be a year are their first and last day alone. */
export function toMapFeatures<T extends { readonly properties: Readonly<Record<string, unknown>> }>(
  features: readonly T[],
): T[] {
  return features.map((feature) => ({
    ...feature,
    properties: Object.fromEntries(
      Object.entries(feature.properties).filter(([key]) => !PARTIAL_DATES.includes(key)),
    ),
  }));
}
