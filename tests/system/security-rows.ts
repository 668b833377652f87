import { randomUUID } from "node:crypto";
import type { Role } from "../../lib/catalogue/roles";
import { ROLES } from "../../lib/catalogue/roles";
import { newClaim } from "../support/new-claim";
import { type RequestContext, VISITORS, type Visitor } from "../support/visitors";

/** What each visitor gets, in the words of `outcome.ts`. */
export type Outcomes = Readonly<Record<Visitor, string>>;

/** A request that the table knows. */
export interface Row {
  /** Where it goes; the row's own address where absent. */
  readonly at?: string;
  readonly body?: (asking: RequestContext) => unknown;
  readonly expected: Outcomes;
}

/** Claims of the data set that may be judged, one for each visitor. */
export interface Known {
  readonly claims: readonly string[];
}

const byVisitor = (outcomeOf: (visitor: Visitor) => string): Outcomes =>
  Object.fromEntries(VISITORS.map((visitor) => [visitor, outcomeOf(visitor)])) as Record<
    Visitor,
    string
  >;

const OUTSIDE: ReadonlySet<Visitor> = new Set(["signed out", "closed account", "ended session"]);
const ELSEWHERE: ReadonlySet<Visitor> = new Set(["foreign origin", "no origin"]);

/** Does a visitor with a session have that role or a higher one? */
function has(visitor: Visitor, role: Role): boolean {
  const own = ROLES.find((one) => one === visitor) ?? "admin";
  return ROLES.indexOf(own) >= ROLES.indexOf(role);
}

/** The same for everybody. */
const open = (outcome = "200") => byVisitor(() => outcome);

/** A page: outside to the sign-in, and a sentence for who has too low a role. */
const pageFor = (role: Role) =>
  byVisitor((visitor) => {
    if (OUTSIDE.has(visitor)) return "307 /sign-in";
    return has(visitor, role) ? "200" : "not your role";
  });

/** A change: from our own pages, with a session, and with the role. */
const changeFor = (
  role: Role,
  [done, out, low, foreign, none]: readonly [string, string, string, string, string],
) =>
  byVisitor((visitor) => {
    if (visitor === "foreign origin") return foreign;
    if (visitor === "no origin") return none;
    if (OUTSIDE.has(visitor)) return out;
    return has(visitor, role) ? done : low;
  });

const writeFor = (role: Role) => changeFor(role, ["201", "401", "403", "403", "403"]);
const actionFor = (role: Role) =>
  changeFor(role, ["done", "signed out", "forbidden", "500", "foreign origin"]);

const SLUG = "rashakai-sez";
const SOURCE = "pid-2026-01-16";
const FIRM = "century-steel";
const READ = { GET: { expected: open() } };
const NOWHERE = { expected: open("404") };

/** Every address and method. A method that is not named answers 405; HEAD as GET; OPTIONS 204. */
export const routeRows = ({ claims }: Known): Record<string, Record<string, Row>> => ({
  "/api/auth/[...all]": {
    GET: { at: "/api/auth/get-session", expected: open() },
    HEAD: { at: "/api/auth/get-session", expected: open("404") },
    // The library's own rules: other addresses are refused before anything is looked at.
    POST: { at: "/api/auth/sign-up/email", body: () => ({}), expected: open("404") },
  },
  "/api/health/live": READ,
  "/api/health/ready": READ,
  "/api/v1/[[...path]]": {
    ...Object.fromEntries(
      ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].map((method) => [method, NOWHERE]),
    ),
  },
  "/api/v1/claims": {
    POST: {
      body: () => ({ claims: [newClaim({ zone: "hattar-sez", field: "jobs", value: 7 })] }),
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/decisions": {
    POST: {
      body: ({ visitor }) => ({
        decisions: [
          {
            claimId: claims[VISITORS.indexOf(visitor)] ?? randomUUID(),
            decision: "preferred",
            reason: "The better source.",
          },
        ],
      }),
      expected: writeFor("reviewer"),
    },
  },
  "/api/v1/changes": READ,
  "/api/v1/changes.atom": READ,
  "/api/v1/context": READ,
  "/api/v1/events": READ,
  "/api/v1/facets": READ,
  "/api/v1/fields": READ,
  "/api/v1/history": READ,
  "/api/v1/openapi.json": READ,
  "/api/v1/releases": READ,
  // Whoever asks finds none, since the server under test has made no release.
  "/api/v1/releases/[number]/[file]": {
    GET: { at: "/api/v1/releases/2026.1/zones.csv", expected: open("404") },
  },
  "/api/v1/rows": READ,
  "/api/v1/sources": READ,
  "/api/v1/sources/[id]": {
    GET: { at: `/api/v1/sources/${SOURCE}`, expected: open() },
    POST: {
      at: `/api/v1/sources/${SOURCE}`,
      body: ({ visitor }) => ({
        id: randomUUID(),
        reason: "The old address is dead.",
        url: `https://example.org/${VISITORS.indexOf(visitor)}`,
      }),
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/stream": READ,
  "/api/v1/tenancies": READ,
  "/api/v1/zones": READ,
  "/api/v1/zones.csv": READ,
  "/api/v1/zones.geojson": READ,
  "/api/v1/zones.ndjson": READ,
  "/api/v1/zones.xlsx": READ,
  "/api/v1/zones/[slug]": { GET: { at: `/api/v1/zones/${SLUG}`, expected: open() } },
  "/api/v1/zones/[slug]/claims": { GET: { at: `/api/v1/zones/${SLUG}/claims`, expected: open() } },
  "/api/v1/zones/[slug]/tenancies": {
    GET: { at: `/api/v1/zones/${SLUG}/tenancies`, expected: open() },
  },
  "/compare/comparison.csv": {
    GET: { at: "/compare/comparison.csv?zones=rashakai-sez,dhabeji-sez", expected: open() },
  },
});

/** Every page. A page does nothing but show: other methods get the same, and change nothing. */
export const pageRows = ({ claims }: Known): Record<string, Row> => ({
  "/": { expected: open() },
  "/account": { expected: byVisitor((who) => (OUTSIDE.has(who) ? "307 /sign-in" : "200")) },
  "/admin": { expected: pageFor("analyst") },
  "/admin/audit": { expected: pageFor("reviewer") },
  "/admin/claims/[id]": { at: `/admin/claims/${claims[0]}`, expected: pageFor("analyst") },
  "/admin/people": { expected: pageFor("admin") },
  "/admin/sources/[id]": { at: `/admin/sources/${SOURCE}`, expected: pageFor("analyst") },
  "/admin/zones/[slug]/edit": { at: `/admin/zones/${SLUG}/edit`, expected: pageFor("analyst") },
  "/changes": { expected: open() },
  "/compare": { at: "/compare?zones=rashakai-sez,dhabeji-sez", expected: open() },
  "/context": { expected: open() },
  "/dependence": { expected: open() },
  "/events": { expected: open() },
  "/gaps": { expected: open() },
  "/data": { expected: open() },
  "/investors": { expected: open() },
  "/investors/[id]": { at: `/investors/${FIRM}`, expected: open() },
  "/method": { expected: open() },
  "/overview": { expected: open() },
  "/readiness": { expected: open() },
  "/set-up": { expected: open() },
  "/sign-in": { expected: byVisitor((who) => (OUTSIDE.has(who) ? "200" : "307 /admin")) },
  "/sources": { expected: open() },
  "/sources/[id]": { at: `/sources/${SOURCE}`, expected: open() },
  "/zones": { expected: open("307 /") },
  "/zones/[slug]": { at: `/zones/${SLUG}`, expected: open() },
  "/zones/[slug]/evidence": { at: `/zones/${SLUG}/evidence?of=status`, expected: open() },
  "/zones/[slug]/ledger": { at: `/zones/${SLUG}/ledger`, expected: open() },
});

/** Files that are neither page nor route. */
export const fileRows: Record<string, Row> = { "/icon.svg": { expected: open() } };

/**
 * Every server action by its name.
 * @param victims ids of persons on whom it is tried, one for each visitor
 */
export const actionRows = (victims: readonly string[]): Record<string, Row> => {
  const victim = ({ visitor }: RequestContext) => victims[VISITORS.indexOf(visitor)] ?? "";
  return {
    createUser: {
      body: ({ visitor }) => ({
        name: "New",
        email: `new-${VISITORS.indexOf(visitor)}@example.org`,
        role: "analyst",
      }),
      expected: actionFor("admin"),
    },
    changePersonRole: {
      body: (asking) => ({ id: victim(asking), role: "reviewer" }),
      expected: actionFor("admin"),
    },
    deactivateUser: { body: victim, expected: actionFor("admin") },
    endMyOtherSessions: { body: () => undefined, expected: actionFor("reader") },
    revokeSessions: { body: victim, expected: actionFor("admin") },
    reactivateUser: { body: victim, expected: actionFor("admin") },
    resetPersonPassword: { body: victim, expected: actionFor("admin") },
    setUpFirstAdmin: {
      body: () => ({
        token: "made-up",
        name: "Me",
        email: "me@example.org",
        password: "a password of one's own",
      }),
      expected: byVisitor((visitor) => {
        if (visitor === "foreign origin") return "500";
        return ELSEWHERE.has(visitor) ? "foreign origin" : "no such link";
      }),
    },
  };
};

/** The paths of the sign-in, in an order in which none spoils the next. */
export const signInRows: Record<string, Row> = {
  "/get-session": { expected: open() },
  "/sign-in/email": {
    body: ({ person }) => ({
      email: person?.email ?? "nobody@example.org",
      password: person?.password ?? "a password of nobody",
    }),
    expected: byVisitor((visitor) => {
      if (ELSEWHERE.has(visitor)) return "403";
      return visitor === "signed out" || visitor === "closed account" ? "401" : "200";
    }),
  },
  "/change-password": {
    body: () => ({ currentPassword: "a wrong password", newPassword: "another password of one's" }),
    expected: changeFor("reader", ["400", "401", "401", "403", "403"]),
  },
  "/sign-out": {
    body: () => ({}),
    expected: byVisitor((visitor) => (ELSEWHERE.has(visitor) ? "403" : "200")),
  },
};
