/** Days from 2018 to today with a change before each. */
export const DAYS = [
  "2018-12-31",
  "2019-06-30",
  "2020-06-30",
  "2020-12-31",
  "2021-06-30",
  "2021-12-31",
  "2022-06-30",
  "2022-12-31",
  "2023-06-30",
  "2024-06-30",
  "2025-06-30",
  "2026-11-24",
] as const;

type Value = string | number | null;

/**
 * Values of five zones on those days, worked out by hand from the claims and the rules of resolution
 * (decisions, then later effective day, then higher confidence): one value per day, null for unknown.
 */
export const HAND_WORKED: Readonly<Record<string, Readonly<Record<string, readonly Value[]>>>> = {
  "dhabeji-sez": {
    // The concession of April 2024 is preferred over the list of August 2024, which counts notified zones.
    legalStatus: [...times(3, null), ...times(6, "approved"), ...times(3, "developer-bound")],
    status: [...times(10, null), ...times(2, "under-development")],
    // "All provided" of June 2023 is deprecated, so nothing is known before 2025.
    electricity: [...times(10, null), ...times(2, "under-construction")],
    areaAcres: [...times(3, null), ...times(9, 1530)],
  },
  "rashakai-sez": {
    // "Operational" of January 2022 is deprecated.
    status: [...times(10, null), ...times(2, "under-development")],
    electricity: [
      ...times(4, null),
      ...times(4, "partial"),
      "under-construction",
      ...times(3, "partial"),
    ],
    areaAcres: [...times(3, null), ...times(9, 1000)],
  },
  "bin-qasim-industrial-park": {
    legalStatus: times(12, "notified"),
    status: times(12, "partially-operational"),
    electricity: ["absent", ...times(11, "partial")],
    areaAcres: times(12, 930),
  },
  "hattar-sez": {
    status: [...times(3, null), ...times(9, "partially-operational")],
    enterprisesProducing: [...times(3, null), ...times(3, 5), ...times(6, 3)],
    electricity: [...times(9, null), ...times(3, "available")],
  },
  "allama-iqbal-industrial-city": {
    legalStatus: [...times(3, null), ...times(9, "notified")],
    // The step of July 2021 is preferred over later claims of the same revision.
    status: [...times(4, null), "under-development", ...times(7, "partially-operational")],
    electricity: [...times(6, null), ...times(2, "under-construction"), ...times(4, "partial")],
  },
};

/** The number of zones in the default scope by day, as approved or announced. */
export const GROWTH: readonly (readonly [day: string, zones: number])[] = [
  ["2018-12-31", 7],
  ["2020-12-31", 20],
  ["2022-12-31", 28],
  ["2023-12-31", 35],
  ["2026-11-24", 44],
];

function times(count: number, value: Value): Value[] {
  return Array.from({ length: count }, () => value);
}
