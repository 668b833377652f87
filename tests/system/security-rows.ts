import { randomUUID } from "node:crypto";
import type { Role } from "../../lib/catalogue/roles";
import { ROLES } from "../../lib/catalogue/roles";
import { pakistanDay } from "../../lib/time/day";
import { newClaim } from "../support/new-claim";
import { VISITORS, type Visitor, type VisitorSession } from "../support/visitors";

/** The expected outcome for each visitor, as `outcome.ts` names it. */
export type Outcomes = Readonly<Record<Visitor, string>>;

/** A request of the table. */
export interface Row {
  /** The path to request; absent: the row's own path. */
  readonly at?: string;
  readonly body?: (session: VisitorSession) => unknown;
  readonly expected: Outcomes;
}

/** Ids of claims in the data set to decide on, one for each visitor. */
export interface Known {
  readonly claims: readonly string[];
}

const forEachVisitor = (getOutcome: (visitor: Visitor) => string): Outcomes =>
  Object.fromEntries(VISITORS.map((visitor) => [visitor, getOutcome(visitor)])) as Record<
    Visitor,
    string
  >;

const SIGNED_OUT: ReadonlySet<Visitor> = new Set(["signed out", "closed account", "ended session"]);
const OTHER_ORIGIN: ReadonlySet<Visitor> = new Set(["foreign origin", "no origin"]);

/** Whether a visitor with a session has that role or a higher one. */
function hasRole(visitor: Visitor, role: Role): boolean {
  const own = ROLES.find((one) => one === visitor) ?? "admin";
  return ROLES.indexOf(own) >= ROLES.indexOf(role);
}

/** The same outcome for every visitor. */
const open = (outcome = "200") => forEachVisitor(() => outcome);

/** A page that needs a role: visitors without a session are redirected to sign in, lower roles see a message. */
const pageFor = (role: Role) =>
  forEachVisitor((visitor) => {
    if (SIGNED_OUT.has(visitor)) return "307 /sign-in";
    return hasRole(visitor, role) ? "200" : "not your role";
  });

/** A change: it needs a request from our own pages, a session and the role. */
const changeFor = (
  role: Role,
  [done, out, low, foreign, none]: readonly [string, string, string, string, string],
) =>
  forEachVisitor((visitor) => {
    if (visitor === "foreign origin") return foreign;
    if (visitor === "no origin") return none;
    if (SIGNED_OUT.has(visitor)) return out;
    return hasRole(visitor, role) ? done : low;
  });

const writeFor = (role: Role) => changeFor(role, ["201", "401", "403", "403", "403"]);
const actionFor = (role: Role) =>
  changeFor(role, ["done", "signed out", "forbidden", "403", "foreign origin"]);

/** An action on something that is not there: who may act learns that. */
const queueFor = (role: Role, outcome: string) =>
  changeFor(role, [outcome, "signed out", "forbidden", "403", "foreign origin"]);

/** Reading what waits for review: it needs the role, and no page of ours. */
const draftsFor = (done: string) =>
  forEachVisitor((visitor) => {
    if (SIGNED_OUT.has(visitor)) return "401";
    return hasRole(visitor, "analyst") ? done : "403";
  });

/** A change of a submission that does not exist. */
const noSubmission = (role: Role) =>
  changeFor(role, ["no such submission", "signed out", "forbidden", "403", "foreign origin"]);

/** An action for anyone, from our own pages. */
const openAction = (done: string) =>
  forEachVisitor((visitor) => {
    if (visitor === "foreign origin") return "403";
    return OTHER_ORIGIN.has(visitor) ? "foreign origin" : done;
  });

const closedRequest = changeFor("reviewer", [
  "no such request",
  "signed out",
  "forbidden",
  "403",
  "foreign origin",
]);

const SLUG = "rashakai-sez";
const SOURCE = "pid-2026-01-16";
const FIRM = "century-steel";
const READ = { GET: { expected: open() } };
/** A change of a record that does not exist. */
const CHANGE_OF_NOTHING: Row = {
  body: () => ({ id: randomUUID(), basedOn: 1, reason: "A better name." }),
  expected: changeFor("analyst", ["404", "401", "403", "403", "403"]),
};
/** A request of the desk that is answered with 200. */
const DESK_POST = ["200", "401", "403", "403", "403"] as const;
/** An import that states nothing; its answer says so. */
const EMPTY_IMPORT = {
  table: { headerRow: 1, header: [], rows: [], covered: [] },
  layout: "claims",
  targets: [],
  source: "",
  newSource: null,
  asOf: "",
  origin: "official",
  confidence: "medium",
  note: "",
  confirmed: false,
};
const NOT_FOUND = { expected: open("404") };

/** Every route with its methods. Other methods return 405; HEAD is like GET; OPTIONS returns 204. */
export const routeRows = ({ claims }: Known): Record<string, Record<string, Row>> => ({
  "/api/auth/[...all]": {
    GET: { at: "/api/auth/get-session", expected: open() },
    HEAD: { at: "/api/auth/get-session", expected: open() },
    // Better Auth's own rules: other paths are rejected first.
    POST: { at: "/api/auth/sign-up/email", body: () => ({}), expected: open("404") },
  },
  // An empty form is refused for what it lacks, from every visitor, so no limit is counted.
  "/api/corrections": {
    POST: {
      body: () => ({}),
      expected: forEachVisitor((visitor) => (OTHER_ORIGIN.has(visitor) ? "403" : "422")),
    },
  },
  "/api/health/live": READ,
  "/api/health/ready": READ,
  "/api/mail/stop": {
    GET: { expected: open("303 /alerts") },
    POST: { expected: open() },
  },
  "/api/oembed": {
    // The page of an address that is not on the server under test.
    GET: { at: "/api/oembed?url=https%3A%2F%2Fexample.org%2F", expected: open("404") },
  },
  "/api/sources/[id]/file": {
    GET: { at: "/api/sources/geonames/file", expected: open("404") },
    POST: {
      at: "/api/sources/geonames/file",
      // Not a file that is taken: a person who may add one is told so.
      body: () => ({}),
      expected: changeFor("analyst", ["422", "401", "403", "403", "403"]),
    },
  },
  "/embed/[...path]": { GET: { at: "/embed/no/such", expected: open("404") } },
  "/embed/chart/[name]": { GET: { at: "/embed/chart/readiness", expected: open() } },
  "/embed/map": READ,
  "/embed/table": READ,
  "/embed/zone/[slug]": { GET: { at: `/embed/zone/${SLUG}`, expected: open() } },
  "/og/[[...path]]": { GET: { at: `/og/zones/${SLUG}`, expected: open() } },
  "/mcp": {
    // Not a call: who may ask learns that. Only a page of another site may not.
    POST: {
      body: () => ({}),
      expected: forEachVisitor((visitor) => (visitor === "foreign origin" ? "403" : "400")),
    },
  },
  "/ogc": READ,
  "/ogc/[...path]": {
    ...Object.fromEntries(
      ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].map((method) => [
        method,
        { ...NOT_FOUND, at: "/ogc/no-such" },
      ]),
    ),
  },
  "/ogc/api": READ,
  "/ogc/conformance": READ,
  "/ogc/collections": READ,
  "/ogc/collections/zones": READ,
  "/ogc/collections/zones/items": READ,
  "/ogc/collections/zones/items/[slug]": {
    GET: { at: `/ogc/collections/zones/items/${SLUG}`, expected: open() },
  },
  "/ogc/collections/zones/queryables": READ,
  "/ogc/collections/zones/schema": READ,
  "/api/v1/[...path]": {
    ...Object.fromEntries(
      ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].map((method) => [method, NOT_FOUND]),
    ),
  },
  "/api/v1/claims": {
    POST: {
      body: () => ({ claims: [newClaim({ zone: "hattar-sez", field: "jobs", value: 7 })] }),
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/dcat.jsonld": READ,
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
  "/api/v1/changes.json": READ,
  "/api/v1/targets.ics": READ,
  "/api/v1/context": {
    ...READ,
    POST: {
      body: ({ visitor }) => ({
        key: `security-${visitor.replaceAll(" ", "-")}`,
        constraint: "power",
        label: "Power for zones",
        value: 1,
        unit: "MW",
        statement: null,
        period: "2026",
        sourceId: SOURCE,
        sourceNote: null,
      }),
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/context/[key]": {
    PATCH: { ...CHANGE_OF_NOTHING, at: "/api/v1/context/no-such" },
  },
  "/api/v1/events": {
    ...READ,
    POST: {
      body: ({ visitor }) => ({
        id: `security-${visitor.replaceAll(" ", "-")}`,
        date: "2026-01",
        kind: "policy",
        title: "A meeting",
        body: "A meeting about zones.",
        zones: [SLUG],
        sourceId: SOURCE,
      }),
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/events/[id]": {
    PATCH: { ...CHANGE_OF_NOTHING, at: "/api/v1/events/no-such" },
  },
  "/api/v1/firms": {
    ...READ,
    POST: {
      body: ({ visitor }) => ({ name: `Firm of ${visitor}` }),
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/firms/[id]": {
    PATCH: { ...CHANGE_OF_NOTHING, at: "/api/v1/firms/no-such" },
  },
  "/api/v1/retirements": {
    POST: {
      body: () => ({
        id: randomUUID(),
        kind: "firm",
        subject: "no-such-firm",
        act: "retired",
        reason: "It does not exist.",
      }),
      expected: changeFor("reviewer", ["422", "401", "403", "403", "403"]),
    },
  },
  "/api/v1/facets": READ,
  "/api/v1/fields": READ,
  "/api/v1/method": READ,
  "/api/v1": READ,
  "/api/v1/openapi.json": READ,
  "/api/v1/readiness": READ,
  "/api/v1/readiness/history": READ,
  "/api/v1/readiness/history.csv": READ,
  "/api/v1/releases": READ,
  "/api/v1/package.zip": READ,
  "/api/v1/registry.sqlite": READ,
  // The server under test has no release.
  "/api/v1/releases/[number]": {
    GET: { at: "/api/v1/releases/2026.1", expected: open("404") },
  },
  "/api/v1/releases/[number]/[file]": {
    GET: { at: "/api/v1/releases/2026.1/zones.csv", expected: open("404") },
  },
  "/api/v1/rows": READ,
  "/api/v1/search": { GET: { at: "/api/v1/search?q=rashakai", expected: open() } },
  "/api/v1/sources": {
    ...READ,
    POST: {
      body: ({ visitor }) => ({
        id: `security-${visitor.replaceAll(" ", "-")}`,
        title: "A report",
        publisher: "A paper",
        url: null,
        publishedOn: "2026-01",
        kind: "news",
      }),
      expected: writeFor("analyst"),
    },
  },
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
  "/api/v1/submissions": { GET: { expected: draftsFor("200") } },
  "/api/v1/submissions/[id]": {
    GET: { at: `/api/v1/submissions/${randomUUID()}`, expected: draftsFor("404") },
  },
  "/api/v1/tables/[file]": {
    GET: { at: "/api/v1/tables/claims.csv", expected: open() },
  },
  "/api/v1/tenancies": {
    ...READ,
    POST: {
      body: ({ visitor }) => ({
        zone: "hattar-sez",
        firm: `Tenant of ${visitor}`,
        claims: [
          {
            ...newClaim({ zone: "hattar-sez", field: "tenancyStage", value: "mou" }),
            tenancy: `hattar-sez--tenant-of-${visitor.replaceAll(" ", "-")}`,
          },
        ],
      }),
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/zones": {
    ...READ,
    POST: {
      body: ({ visitor }) => {
        const slug = `zone-of-${visitor.replaceAll(" ", "-")}`;
        return {
          slug,
          claims: [
            newClaim({ zone: slug, field: "name", value: `Zone of ${visitor}` }),
            newClaim({ zone: slug, field: "cohort", value: "unconfirmed" }),
          ],
        };
      },
      expected: writeFor("analyst"),
    },
  },
  "/api/v1/zones.csv": READ,
  "/api/v1/zones.geojson": READ,
  "/api/v1/zones.gpkg": READ,
  "/api/v1/zones.parquet": READ,
  "/api/v1/zones.xlsx": READ,
  "/api/v1/zones/[slug]": { GET: { at: `/api/v1/zones/${SLUG}`, expected: open() } },
  "/api/v1/zones/[slug]/claims": { GET: { at: `/api/v1/zones/${SLUG}/claims`, expected: open() } },
  "/api/v1/zones/[slug]/tenancies": {
    GET: { at: `/api/v1/zones/${SLUG}/tenancies`, expected: open() },
  },
  // Closed while its setting is unset.
  "/.well-known/security.txt": { GET: { expected: open("404") } },
  "/llms.txt": { GET: { expected: open() } },
  "/sitemap.xml": { GET: { expected: open() } },
  "/metrics": { GET: { expected: open("404") } },
  "/admin/import/run": {
    POST: { body: () => EMPTY_IMPORT, expected: changeFor("analyst", DESK_POST) },
  },
  "/admin/import/table": {
    POST: {
      // Not a table: a person who may import is told so.
      body: () => ({}),
      expected: changeFor("analyst", ["422", "401", "403", "403", "403"]),
    },
  },
  "/admin/history/history.csv": {
    GET: {
      expected: forEachVisitor((visitor) => {
        if (SIGNED_OUT.has(visitor)) return "401";
        return hasRole(visitor, "reviewer") ? "200" : "403";
      }),
    },
  },
  "/compare/comparison.csv": {
    GET: { at: "/compare/comparison.csv?zones=rashakai-sez,dhabeji-sez", expected: open() },
  },
});

/** Every page. Pages only show something: other methods get the same answer and change nothing. */
export const pageRows = ({ claims }: Known): Record<string, Row> => ({
  "/": { expected: open() },
  "/account": { expected: forEachVisitor((who) => (SIGNED_OUT.has(who) ? "307 /sign-in" : "200")) },
  "/admin/article": { expected: pageFor("analyst") },
  "/admin/claims/[id]": { at: `/admin/claims/${claims[0]}`, expected: pageFor("analyst") },
  "/admin/history": { expected: pageFor("analyst") },
  "/admin/import": { expected: pageFor("analyst") },
  "/admin/people": { expected: pageFor("admin") },
  "/admin/records/[kind]": { at: "/admin/records/firm", expected: pageFor("analyst") },
  "/admin/records/[kind]/[id]": {
    at: `/admin/records/source/${SOURCE}`,
    expected: pageFor("analyst"),
  },
  "/admin/tokens": { expected: pageFor("analyst") },
  "/admin/work": { expected: pageFor("analyst") },
  "/admin/work/review/[id]": {
    at: `/admin/work/review/${randomUUID()}`,
    expected: forEachVisitor((visitor) => pageFor("analyst")[visitor].replace("200", "404")),
  },
  "/admin/zones": { expected: pageFor("analyst") },
  "/admin/zones/[slug]/edit": { at: `/admin/zones/${SLUG}/edit`, expected: pageFor("analyst") },
  "/[...unknown]": { at: "/nowhere", expected: open("404") },
  "/about": { expected: open() },
  "/accessibility": { expected: open() },
  "/alerts": { expected: open() },
  "/compare": { at: "/compare?zones=rashakai-sez,dhabeji-sez", expected: open() },
  "/contact": { expected: open() },
  "/context": { expected: open() },
  "/coverage": { expected: open() },
  "/correct": { expected: open() },
  "/correct/[id]": { at: `/correct/${randomUUID()}`, expected: open("404") },
  "/firms": { expected: open() },
  "/firms/[id]": { at: `/firms/${FIRM}`, expected: open() },
  "/news": { expected: open() },
  "/glossary": { expected: open() },
  "/data": { expected: open() },
  "/data/[table]": { at: "/data/evidence", expected: open() },
  // The server under test has no release.
  "/data/releases/[number]": { at: "/data/releases/2026.1", expected: open("404") },
  "/method": { expected: open() },
  "/privacy": { expected: open() },
  "/provinces/[province]": { at: "/provinces/sindh", expected: open() },
  "/readiness": { expected: open() },
  "/search": { at: "/search?q=rashakai", expected: open() },
  "/set-password": { expected: open() },
  "/set-up": { expected: open() },
  "/sign-in": { expected: forEachVisitor((who) => (SIGNED_OUT.has(who) ? "200" : "307 /admin")) },
  "/sources": { expected: open() },
  "/sources/[id]": { at: `/sources/${SOURCE}`, expected: open() },
  "/zones": { expected: open() },
  "/zones/[slug]": { at: `/zones/${SLUG}`, expected: open() },
  "/zones/[slug]/evidence": { at: `/zones/${SLUG}/evidence?of=status`, expected: open() },
  "/zones/[slug]/ledger": { at: `/zones/${SLUG}/ledger`, expected: open() },
});

/** Parts of pages whose parameters decide who may open them. */
export const partRows: Record<string, Row> = {
  "/admin/history?by=somebody": { expected: pageFor("reviewer") },
  "/admin/history?tab=removed": { expected: pageFor("reviewer") },
  "/admin/records/event/new": { expected: pageFor("analyst") },
  [`/admin/records/zone/${SLUG}`]: { expected: pageFor("analyst") },
  "/admin/work?tab=review": { expected: pageFor("analyst") },
  [`/admin/work?tab=corrections&id=${randomUUID()}`]: { expected: pageFor("analyst") },
};

/** Files in `app` that are neither pages nor routes. */
export const fileRows: Record<string, Row> = {
  "/icon.svg": { expected: open() },
  "/robots.txt": { expected: open() },
  "/manifest.webmanifest": { expected: open() },
};

/**
 * Every server action by its name.
 * @param targets ids of the people that the actions change, one for each visitor
 */
export const actionRows = (targets: readonly string[]): Record<string, Row> => {
  const target = ({ visitor }: VisitorSession) => targets[VISITORS.indexOf(visitor)] ?? "";
  return {
    createUser: {
      body: ({ visitor, person }) => ({
        name: "New",
        email: `new-${VISITORS.indexOf(visitor)}@example.org`,
        role: "analyst",
        ownPassword: person?.password ?? "",
      }),
      expected: actionFor("admin"),
    },
    changePersonRole: {
      body: (session) => ({
        id: target(session),
        role: "reviewer",
        ownPassword: session.person?.password ?? "",
      }),
      expected: actionFor("admin"),
    },
    acceptClaims: {
      body: () => ({ id: randomUUID(), round: 1 }),
      expected: noSubmission("reviewer"),
    },
    returnClaims: {
      body: () => ({ id: randomUUID(), round: 1, comment: "No source." }),
      expected: noSubmission("reviewer"),
    },
    resendClaims: {
      body: () => ({ id: randomUUID(), round: 1 }),
      expected: noSubmission("analyst"),
    },
    withdrawClaims: { body: () => randomUUID(), expected: noSubmission("analyst") },
    undoOwnAct: {
      body: () => ({ revision: 1 }),
      expected: changeFor("analyst", [
        "not their act",
        "signed out",
        "forbidden",
        "403",
        "foreign origin",
      ]),
    },
    makeOwnToken: {
      body: ({ person }) => ({
        name: "A script",
        scopes: ["record"],
        lastDay: pakistanDay(new Date()),
        ownPassword: person?.password ?? "",
      }),
      expected: actionFor("analyst"),
    },
    revokeOwnToken: {
      body: () => randomUUID(),
      expected: changeFor("analyst", [
        "no such token",
        "signed out",
        "forbidden",
        "403",
        "foreign origin",
      ]),
    },
    // Nothing is removed, because that could not be undone for the rows after these.
    requestTextRemoval: {
      body: () => ({ kind: "source.title", row: "no-such-source", reason: "abuse" }),
      expected: changeFor("reviewer", [
        "no such text",
        "signed out",
        "forbidden",
        "403",
        "foreign origin",
      ]),
    },
    // Nothing in the queue has this key, and no source, entry or correction this id.
    actOnQueueItems: {
      body: () => ({ act: "done", items: [{ item: "stale nowhere", cause: "" }] }),
      expected: queueFor("analyst", "not in the queue"),
    },
    undoQueueActs: { body: () => ["999999"], expected: queueFor("analyst", "not in the queue") },
    setArticle: {
      body: () => ({ id: randomUUID(), state: "dismissed" }),
      expected: queueFor("analyst", "not in the queue"),
    },
    checkSourceLinks: { body: () => ["no-such-source"], expected: actionFor("analyst") },
    answerReader: {
      body: () => ({ id: randomUUID(), outcome: "added", answer: "It is added." }),
      expected: queueFor("analyst", "no such correction"),
    },
    deleteReaderCorrection: {
      body: () => randomUUID(),
      expected: queueFor("reviewer", "no such correction"),
    },
    confirmTextRemoval: { body: () => randomUUID(), expected: closedRequest },
    dismissTextRemoval: { body: () => randomUUID(), expected: closedRequest },
    // It records nothing.
    loadRetirementPreview: {
      body: () => ({ subject: SLUG, act: "retired" }),
      expected: actionFor("reviewer"),
    },
    changeFile: {
      body: () => ({ id: "no-such-source", pages: "", shown: false }),
      expected: queueFor("analyst", "no such file"),
    },
    removeFile: { body: () => "no-such-source", expected: queueFor("analyst", "no such file") },
    loadZoneEvidence: { body: () => SLUG, expected: actionFor("analyst") },
    deactivateUser: { body: target, expected: actionFor("admin") },
    endMySession: { body: () => "no-such-session", expected: actionFor("reader") },
    endMyOtherSessions: { body: () => undefined, expected: actionFor("reader") },
    revokeSessions: { body: target, expected: actionFor("admin") },
    reactivateUser: { body: target, expected: actionFor("admin") },
    resetPersonPassword: {
      body: (session) => ({ id: target(session), ownPassword: session.person?.password ?? "" }),
      expected: actionFor("admin"),
    },
    // No mail server is set.
    requestAlerts: {
      body: () => ({ email: "a@example.org", frequency: "daily", conditions: "", website: "" }),
      expected: openAction("no mails"),
    },
    confirmAlerts: { body: () => "made-up", expected: openAction("no such link") },
    stopAlerts: { body: () => "made-up", expected: openAction("no such link") },
    setMyTeamDigest: { body: () => false, expected: actionFor("analyst") },
    requestPasswordLink: {
      body: () => ({ email: "a@example.org" }),
      expected: openAction("no mails"),
    },
    setPasswordWithLink: {
      body: () => ({ token: "made-up", password: "a password of one's own" }),
      expected: openAction("no such link"),
    },
    setUpFirstAdmin: {
      body: () => ({
        token: "made-up",
        name: "Me",
        email: "me@example.org",
        password: "a password of one's own",
      }),
      expected: openAction("no such link"),
    },
  };
};

/** The paths of the sign-in. Their order matters: none breaks the next. */
export const signInRows: Record<string, Row> = {
  "/get-session": { expected: open() },
  "/sign-in/email": {
    body: ({ person }) => ({
      email: person?.email ?? "nobody@example.org",
      password: person?.password ?? "a password of nobody",
    }),
    expected: forEachVisitor((visitor) => {
      if (OTHER_ORIGIN.has(visitor)) return "403";
      return visitor === "signed out" || visitor === "closed account" ? "401" : "200";
    }),
  },
  "/change-password": {
    body: () => ({ currentPassword: "a wrong password", newPassword: "another password of one's" }),
    expected: changeFor("reader", ["400", "401", "401", "403", "403"]),
  },
  // Nobody has a secret or a sign-in in progress.
  "/two-factor/enable": {
    body: () => ({ password: "a wrong password" }),
    expected: changeFor("reader", ["400", "401", "401", "403", "403"]),
  },
  "/two-factor/disable": {
    body: () => ({ password: "a wrong password" }),
    expected: changeFor("reader", ["400", "401", "401", "403", "403"]),
  },
  "/two-factor/generate-backup-codes": {
    body: () => ({ password: "a wrong password" }),
    expected: changeFor("reader", ["400", "401", "401", "403", "403"]),
  },
  "/two-factor/verify-totp": {
    body: () => ({ code: "123456" }),
    expected: changeFor("reader", ["400", "401", "401", "403", "403"]),
  },
  "/two-factor/verify-backup-code": {
    body: () => ({ code: "abcde-fghij" }),
    expected: changeFor("reader", ["400", "401", "401", "403", "403"]),
  },
  "/sign-out": {
    body: () => ({}),
    expected: forEachVisitor((visitor) => (OTHER_ORIGIN.has(visitor) ? "403" : "200")),
  },
};
