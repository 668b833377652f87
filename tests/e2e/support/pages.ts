import { ABOUT_PAGES, NAVIGATION } from "../../../components/layout/navigation";

/** A page that tests of the layout open. */
export interface Visit {
  readonly path: string;
  /** The server answers with 404. */
  readonly refused?: boolean;
}

/** An address of each kind of public page. */
export const PAGE_KINDS: readonly string[] = [
  ...[...NAVIGATION.flatMap(({ pages }) => pages), ...ABOUT_PAGES].map(({ href }) => href),
  "/zones/rashakai-sez",
  "/zones/rashakai-sez/ledger",
  "/provinces/sindh",
  "/firms/century-steel",
  "/sources/mp-idsa-2026-03-13",
  "/data/evidence",
  "/data/releases/2026.1",
  "/compare?zones=rashakai-sez,dhabeji-sez,mohmand-marble-city,smart-sez",
  "/search?q=rashakai",
];

/** Other states of pages. */
const OTHER_STATES: readonly Visit[] = [
  { path: "/zones?province=sindh&columns=name,legalStatus,status&asOf=2023-06-30" },
  { path: "/zones?status=cancelled&province=sindh" },
  // Little is known of it.
  { path: "/zones/smart-sez" },
  // Before its first report.
  { path: "/zones/rashakai-sez?asOf=2012-01-01" },
  // A moment that cannot be shown.
  { path: "/zones/rashakai-sez?asOf=2199-01-01" },
  { path: "/zones/rashakai-sez/evidence" },
  { path: "/zones/rashakai-sez/evidence?of=internalRoads" },
  { path: "/provinces/gilgit-baltistan" },
  { path: "/sources?q=rashakai" },
  { path: "/compare?zones=rashakay" },
  { path: "/news?tab=learned&from=2024-01-01&to=2024-12-31" },
  { path: "/news?kind=approval" },
  { path: "/readiness?province=sindh&asOf=2024-01-01&threshold=40" },
  { path: "/sign-in" },
  { path: "/readiness?provnce=sindh" },
  { path: "/provinces/sind", refused: true },
  { path: "/zones/no-such-zone", refused: true },
  { path: "/firms/no-such-firm", refused: true },
  { path: "/sources/no-such-source", refused: true },
  { path: "/data/evidence?province=sindh&about=state" },
  { path: "/data/evidnce", refused: true },
  { path: "/data/releases/2026.99", refused: true },
  { path: "/no-such-page", refused: true },
];

/** Every public page, and the states of pages whose layout differs. */
export const PUBLIC_PAGES: readonly Visit[] = [
  ...PAGE_KINDS.map((path) => ({ path })),
  ...OTHER_STATES,
];
