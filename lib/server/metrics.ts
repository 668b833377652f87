import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { AUDIT_ACTIONS, type AuditAction } from "../contract/audit-actions";
import { processSingleton } from "./process-singleton";

/** Upper limits of the durations in seconds: from an answer from memory to a slow file. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the parts of this instance report about themselves when the metrics are read. */
interface InstanceState {
  readonly revision: number;
  /** Seconds since the database confirmed what is in memory; null: it never did. */
  readonly staleSeconds: number | null;
  readonly databaseUp: boolean;
  readonly openStreams: number;
  /** Bytes of the pages that are kept. */
  readonly keptBytes: number;
  readonly connections: { readonly used: number; readonly idle: number; readonly waiting: number };
}

/** Every value of the labels of the counters, so that each begins at 0 and its first rise is seen. */
const ANSWERS_FROM = ["store", "registry", "request"] as const;
const MAIL_KINDS = ["confirmation", "changes", "team", "answer", "notice"] as const;
const MAIL_OUTCOMES = ["sent", "refused", "failed", "away"] as const;

/** Where an answer came from. */
export type AnswerFrom = (typeof ANSWERS_FROM)[number];
/** What a mail is about. */
export type MailKind = (typeof MAIL_KINDS)[number];
/**
 * What became of a mail. `refused`: the mail server will never take mails for this address. `failed`: it did not take this
 * mail, and may later. `away`: no mail can be sent at the moment.
 */
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

function makeMetrics() {
  const made = createMetrics();
  for (const from of ANSWERS_FROM) made.answers.inc({ from }, 0);
  for (const action of AUDIT_ACTIONS) made.audit.inc({ action }, 0);
  for (const away of ["true", "false"]) made.errors.inc({ database_away: away }, 0);
  for (const kind of MAIL_KINDS)
    for (const outcome of MAIL_OUTCOMES) made.mails.inc({ kind, outcome }, 0);
  return made;
}

function createMetrics() {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const gauge = <L extends string = never>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  return {
    register,
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "Time from a request to the end of its response. Streams count until they close.",
      labelNames: ["method", "route", "status"],
      buckets: DURATIONS,
      registers,
    }),
    inProgress: gauge("http_requests_in_progress", "Requests whose response has not ended."),
    answers: new Counter({
      name: "tracker_answers_total",
      help: "Public pages: from what is kept, made and kept, or made for one request.",
      labelNames: ["from"],
      registers,
    }),
    audit: new Counter({
      name: "tracker_audit_entries_total",
      help: "Entries and failures in the audit, by action.",
      labelNames: ["action"],
      registers,
    }),
    errors: new Counter({
      name: "tracker_unexpected_errors_total",
      help: "Unexpected errors that users saw, by whether the database was away.",
      labelNames: ["database_away"],
      registers,
    }),
    mails: new Counter({
      name: "tracker_mails_total",
      help: "Attempts to send a mail, by its kind and outcome.",
      labelNames: ["kind", "outcome"],
      registers,
    }),
    webhooks: new Counter({
      name: "tracker_webhooks_total",
      help: "Messages about revisions, by the host of the address: delivered, attempts that failed, given up.",
      labelNames: ["host", "outcome"],
      registers,
    }),
    revision: gauge("tracker_revision", "The last revision that this instance knows."),
    stale: gauge(
      "tracker_registry_stale_seconds",
      "Seconds since the database confirmed the data in memory; -1: it never did.",
    ),
    databaseUp: gauge("tracker_database_up", "1 while the database answers, else 0."),
    kept: gauge("tracker_answers_kept_bytes", "Bytes of the pages that are kept."),
    streams: gauge("tracker_open_streams", "Open live streams."),
    connections: gauge(
      "tracker_database_connections",
      "Database connections of the pool: used, idle, and requests that wait for one.",
      ["state"],
    ),
  };
}

/** The metrics of this process. */
export function metrics(): ReturnType<typeof makeMetrics> {
  return processSingleton("metrics", makeMetrics);
}

/** Counts an entry of the audit. */
export function countAuditEntry(action: AuditAction): void {
  metrics().audit.inc({ action });
}

/** All metrics in the text format of Prometheus. */
export async function readMetrics(state: InstanceState): Promise<{ type: string; body: string }> {
  const { register, revision, stale, databaseUp, streams, kept, connections } = metrics();
  revision.set(state.revision);
  stale.set(state.staleSeconds ?? -1);
  databaseUp.set(state.databaseUp ? 1 : 0);
  streams.set(state.openStreams);
  kept.set(state.keptBytes);
  for (const [name, count] of Object.entries(state.connections)) {
    connections.set({ state: name }, count);
  }
  return { type: register.contentType, body: await register.metrics() };
}
