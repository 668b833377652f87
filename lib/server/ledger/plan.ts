import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { Sql } from "../database/sql";
import { getText } from "../text/get-text";
import { type PlannedDecision, planClaims, planDecisions } from "./claims";
import { checkEvidence } from "./evidence";
import type { WriteProgress } from "./insert";
import { replaceRemovedTexts } from "./removed-texts";
import { type PlannedRetirements, planRetirements } from "./retirements";
import {
  listNewRecordIssues,
  type PlannedSubjects,
  planNamedRecords,
  planSubjects,
} from "./subjects";
import type {
  Authorship,
  LedgerBase,
  NamedRecords,
  NewClaim,
  NewDecision,
  NewRecordChange,
  NewRetirement,
  NewSourceChange,
  NewSubjects,
  RejectedWrite,
} from "./types";
import {
  getCitedSources,
  listNewSourceIssues,
  listRedatedZones,
  type PlannedSourceChange,
  type PlannedVersion,
  planRecordChange,
  planSourceChange,
} from "./versions";

const NO_SUBJECTS: NewSubjects = { zones: [], sources: [], tenancies: [], events: [], context: [] };
const NOTHING_NAMED: NamedRecords = { zones: [], tenancies: [], firms: [] };

/** A write to the ledger: claims with their subjects, decisions, a change of a source or record, retirements. */
export interface LedgerWrite extends Authorship, WriteProgress {
  readonly claims?: readonly NewClaim[];
  readonly decisions?: readonly NewDecision[];
  readonly subjects?: NewSubjects;
  /** Zones and firms as a person names them. */
  readonly named?: NamedRecords;
  readonly sourceChange?: NewSourceChange;
  readonly recordChange?: NewRecordChange;
  /** Of different records. */
  readonly retirements?: readonly NewRetirement[];
  /** Instant of the revision; absent: now, by the database's clock. Only the first load sets it, never to one before the last revision. */
  readonly recordedAt?: Date;
  /** Allow only decisions on claims that the actor recorded. */
  readonly ownOnly?: boolean;
  /** Check the evidence for steps and the content of new sources: for people, not for a data set. */
  readonly gated?: boolean;
  /** Record nothing where the registry knows something against a claim: another person checks it first. */
  readonly undoubted?: boolean;
  /** Skip decisions that were ever made, whatever came after: for a data set, which is loaded again. */
  readonly neverAgain?: boolean;
  /** Record nothing unless this is the last revision; absent: record in any case. 0: the ledger is empty. */
  readonly onlyAfter?: number;
  /** Runs last in the transaction, also if everything was recorded before. If it throws, nothing is recorded. */
  readonly within?: (tx: Prisma.TransactionClient, revision: number) => Promise<void>;
}

/** What a write adds, once everything is checked. */
export interface PlannedWrite {
  readonly ok: true;
  /** Does the registry know something against a claim that the person confirmed? */
  readonly doubtful: boolean;
  /** Number of new items; 0: everything was recorded before. */
  readonly recorded: number;
  readonly subjects: PlannedSubjects;
  readonly claims: readonly NewClaim[];
  readonly decisions: readonly PlannedDecision[];
  /** The changes of sources that the write asks for. */
  readonly changes: readonly PlannedSourceChange[];
  /** Those and the new versions of a data set. */
  readonly sourceChanges: readonly PlannedSourceChange[];
  /** New versions of a record. */
  readonly versions: readonly PlannedVersion[];
  readonly retired: PlannedRetirements;
  /** Slugs of the zones whose columns change. */
  readonly touched: ReadonlySet<string>;
}

/** Checks everything and writes nothing. */
export async function planWrite(
  sql: Sql,
  base: LedgerBase,
  write: LedgerWrite,
): Promise<PlannedWrite | RejectedWrite> {
  const { gated = false } = write;
  const { memory, today } = base;
  const { facts } = memory;
  const text = await getText();
  const { recordChange, retirements } = write;
  const acts = base.hasRemovedTexts
    ? await replaceRemovedTexts(sql, { recordChange, retirements })
    : write;
  const retired = planRetirements(text, memory, acts.retirements ?? []);
  if ("code" in retired) return retired;
  const named = planNamedRecords(text, base, write.named ?? NOTHING_NAMED, write.claims ?? []);
  if ("issues" in named) return { ok: false, code: "invalid", issues: named.issues };
  const subjectsSent = write.subjects ?? NO_SUBJECTS;
  const items = {
    claims: [...named.claims, ...retired.claims],
    decisions: [...(write.decisions ?? []), ...retired.decisions],
    subjects: {
      ...subjectsSent,
      zones: [...subjectsSent.zones, ...named.zones],
      firms: [...(subjectsSent.firms ?? []), ...named.firms],
      tenancies: [...subjectsSent.tenancies, ...named.tenancies, ...retired.tenancies],
    },
    sourceChange: write.sourceChange,
  };
  const {
    claims: sent,
    decisions: sentDecisions,
    subjects: sentSubjects,
    sourceChange,
  } = base.hasRemovedTexts ? await replaceRemovedTexts(sql, items) : items;
  if (gated) {
    const issues = [
      ...listNewSourceIssues(text, facts, sentSubjects.sources, sent, today),
      ...listNewRecordIssues(text, facts, sentSubjects, today),
    ];
    if (issues.length > 0) return { ok: false, code: "invalid", issues };
  }
  const subjects = planSubjects(facts, sentSubjects, write.purpose, gated);
  const cited = getCitedSources(facts, new Set(sent.map(({ sourceId }) => sourceId)), subjects);
  const claims = planClaims(text, base, sent, subjects, cited, gated);
  if (!claims.ok) return claims;
  const decisions = await planDecisions(
    sql,
    text,
    memory,
    sentDecisions,
    claims.items,
    write.ownOnly ? (write.actor?.id ?? "") : null,
    write.neverAgain ?? false,
  );
  if (!decisions.ok) return decisions;
  const changes = await planSourceChange(sql, text, facts, sourceChange, today);
  if (!changes.ok) return changes;
  const versions = planRecordChange(text, facts, acts.recordChange, today);
  if (!versions.ok) return versions;
  const recorded =
    claims.items.length +
    decisions.items.length +
    subjects.count +
    changes.items.length +
    versions.items.length +
    retired.retirements.length;
  const sourceChanges = [...subjects.sourceChanges, ...changes.items];
  const touched = new Set([
    ...subjects.zones.map(({ slug }) => slug),
    ...claims.items.map(({ zone }) => zone),
    ...decisions.items.map(({ zone }) => zone),
    ...listRedatedZones(facts, sourceChanges),
    ...retired.zones,
  ]);
  const moment = { asOf: today, revision: facts.revision };
  const checked = checkEvidence(text, memory, claims.items, sent, moment, gated ? cited : null);
  if (!checked.ok) return checked;
  const { doubtful } = checked;
  if (doubtful && write.undoubted) {
    const message = text.t("record.doubt.waits");
    return { ok: false, code: "needs-reviewer", issues: [{ index: 0, param: "person", message }] };
  }
  return {
    ok: true,
    recorded,
    doubtful,
    subjects,
    claims: claims.items,
    decisions: decisions.items,
    changes: changes.items,
    sourceChanges,
    versions: versions.items,
    retired,
    touched,
  };
}
