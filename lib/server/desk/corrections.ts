import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type FieldKey, isTenancyField, isZoneField } from "@/lib/catalogue/fields";
import { CORRECTION_LIMITS, type CorrectionOutcome } from "@/lib/contract/correction";
import type { CorrectionAnswerRequest, SentCorrection } from "@/lib/contract/queue-request";
import { safeSitePath, withoutParams } from "@/lib/contract/site-path";
import { isVisibleLine } from "@/lib/evidence/check-text";
import type { OpenCorrection } from "@/lib/queue/work-item";
import type { Prisma } from "@/prisma/generated/client";
import { type Actor, audit } from "../audit/audit";
import { type ChangeResult, WHOLE_FORM } from "../change-result";
import { db } from "../database/db";
import { currentView } from "../registry/registry-at";
import { getText } from "../text/get-text";

/** Most corrections that wait for an answer. More would be abuse, and nobody could read them. */
const MAX_OPEN = 2_000;
/** Answers that the public page lists. */
const LISTED_ANSWERS = 20;

const isFieldKey = (field: string): field is FieldKey =>
  isZoneField(field) || isTenancyField(field);

/** Parameters that are the secret of a link in an e-mail. They never reach the page of a correction. */
const SECRET_PARAMS = ["confirm", "stop", "token"] as const;

/** What a correction is about: the known parts of what an address says. */
export interface CorrectionSubject {
  /** A path of the site with its parameters. */
  readonly page: string;
  readonly zone: { readonly slug: string; readonly name: string } | null;
  readonly tenancy: { readonly id: string; readonly firm: string } | null;
  readonly field: FieldKey | null;
}

/** Reads what a correction is about. What is unknown is left out, and an unusable page is the start page. */
export async function readCorrectionSubject(sent: {
  readonly page: string;
  readonly zone: string;
  readonly tenancy: string;
  readonly field: string;
}): Promise<CorrectionSubject> {
  const { registry } = await currentView();
  const zone = registry.zones.find(({ slug }) => slug === sent.zone);
  const tenancy = zone?.tenancies.find((one) => one.tenancy.id === sent.tenancy)?.tenancy ?? null;
  return {
    page: readPage(sent.page),
    zone: zone ? { slug: zone.slug, name: zone.values.name ?? zone.slug } : null,
    tenancy: tenancy && { id: tenancy.id, firm: tenancy.firm },
    field: zone && isFieldKey(sent.field) ? sent.field : null,
  };
}

/** A path of this site without secrets; the start page for anything else. */
function readPage(sent: string): string {
  if (sent.length > CORRECTION_LIMITS.page || !isVisibleLine(sent)) return "/";
  const page = withoutParams(safeSitePath(sent, "/"), SECRET_PARAMS);
  return page.length <= CORRECTION_LIMITS.page ? page : "/";
}

/** Keeps a reader's correction. @returns its id; null where too many wait already */
export async function keepCorrection(sent: SentCorrection): Promise<string | null> {
  if ((await db().correction.count({ where: { answeredAt: null } })) >= MAX_OPEN) return null;
  const id = randomUUID();
  const { page, zone, tenancy, field } = await readCorrectionSubject(sent);
  await db().correction.create({
    data: {
      id,
      page,
      zone: zone?.slug ?? null,
      tenancy: tenancy?.id ?? null,
      field,
      message: sent.message,
      link: sent.link || null,
      email: sent.email || null,
    },
  });
  return id;
}

/** The corrections without an answer, oldest first. */
export async function listOpenCorrections(): Promise<OpenCorrection[]> {
  const rows = await db().correction.findMany({
    where: { answeredAt: null },
    orderBy: { at: "asc" },
  });
  return rows.map(({ id, message, at, page, zone, tenancy, field }) => ({
    id,
    message,
    sentAt: at.toISOString(),
    page: readPage(page),
    zone,
    tenancy,
    field: readField(field),
  }));
}

/** A field of the catalogue; null for one that it no longer has. */
function readField(field: string | null): FieldKey | null {
  return field !== null && isFieldKey(field) ? field : null;
}

/** A correction as people of the team see it. */
export interface CorrectionEntry extends OpenCorrection {
  readonly link: string | null;
  /** Can an answer be sent? The address itself is shown to nobody. */
  readonly hasEmail: boolean;
  readonly answer: {
    readonly outcome: CorrectionOutcome;
    readonly text: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly by: string;
  } | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One correction; null where there is none with this id. */
export async function findCorrection(id: string): Promise<CorrectionEntry | null> {
  const row = UUID.test(id) ? await db().correction.findUnique({ where: { id } }) : null;
  if (!row) return null;
  const { outcome, answer, answeredAt, answeredBy } = row;
  return {
    id,
    message: row.message,
    sentAt: row.at.toISOString(),
    page: readPage(row.page),
    zone: row.zone,
    tenancy: row.tenancy,
    field: readField(row.field),
    link: row.link,
    hasEmail: row.email !== null,
    answer:
      outcome === null || answer === null || answeredAt === null
        ? null
        : {
            // The database takes no other.
            outcome: outcome as CorrectionOutcome,
            text: answer,
            at: answeredAt.toISOString(),
            by: answeredBy ?? "",
          },
  };
}

/** An answered correction as everybody may see it: without the reader's words and without names. */
export interface PublicAnswer {
  readonly id: string;
  readonly page: string;
  readonly zone: string | null;
  readonly field: FieldKey | null;
  readonly outcome: CorrectionOutcome;
  readonly answer: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** How many corrections are open and answered, and the latest answers. */
export async function readPublicCorrections(): Promise<{
  readonly open: number;
  readonly answered: number;
  readonly latest: readonly PublicAnswer[];
}> {
  const [open, answered, rows] = await Promise.all([
    db().correction.count({ where: { answeredAt: null } }),
    db().correction.count({ where: { answeredAt: { not: null } } }),
    db().correction.findMany({
      where: { answeredAt: { not: null } },
      orderBy: { answeredAt: "desc" },
      take: LISTED_ANSWERS,
    }),
  ]);
  return {
    open,
    answered,
    latest: rows.map(({ id, page, zone, field, outcome, answer, answeredAt }) => ({
      id,
      page: readPage(page),
      zone,
      field: readField(field),
      outcome: outcome as CorrectionOutcome,
      answer: answer ?? "",
      at: answeredAt?.toISOString() ?? "",
    })),
  };
}

async function refuseAnswer(fault: "answered" | "notCorrected", param: string = WHOLE_FORM) {
  const { t } = await getText();
  return { ok: false, issues: [{ param, message: t(`api.queue.${fault}`) }] } as const;
}

/**
 * Was anything recorded, decided or changed since a correction was sent? Of a correction about a zone: about that zone,
 * or in a record that is not of one zone, such as a source.
 */
async function isChangedSince(
  tx: Prisma.TransactionClient,
  { at, zone }: { readonly at: Date; readonly zone: string | null },
): Promise<boolean> {
  const since = { revision: { recordedAt: { gt: at } } };
  const ofZone = zone === null ? {} : { zoneSlug: zone };
  const found = await Promise.all([
    tx.claim.findFirst({ where: { ...since, ...ofZone }, select: { id: true } }),
    tx.decision.findFirst({ where: { ...since, claim: ofZone }, select: { id: true } }),
    tx.retirement.findFirst({ where: since, select: { id: true } }),
    tx.sourceVersion.findFirst({ where: since, select: { id: true } }),
    tx.firmVersion.findFirst({ where: since, select: { id: true } }),
    tx.event.findFirst({ where: since, select: { id: true } }),
    tx.eventVersion.findFirst({ where: since, select: { eventId: true } }),
    tx.contextFigure.findFirst({ where: since, select: { key: true } }),
    tx.contextFigureVersion.findFirst({ where: since, select: { key: true } }),
  ]);
  return found.some((one) => one !== null);
}

/**
 * Answers a correction and forgets the reader's e-mail address.
 * @returns that address, to send the answer to; null: the reader gave none
 */
export async function answerCorrection(
  { id, outcome, answer }: z.output<typeof CorrectionAnswerRequest>,
  actor: Actor,
): Promise<ChangeResult<string | null>> {
  return db().$transaction(async (tx): Promise<ChangeResult<string | null>> => {
    const open = await tx.correction.findFirst({ where: { id, answeredAt: null } });
    if (open && outcome === "corrected" && !(await isChangedSince(tx, open))) {
      return refuseAnswer("notCorrected", "outcome");
    }
    const { count } = await tx.correction.updateMany({
      where: { id, answeredAt: null },
      data: {
        outcome,
        answer,
        email: null,
        answeredAt: new Date(),
        answeredBy: actor.name,
        answeredById: actor.id,
      },
    });
    if (!open || count === 0) return refuseAnswer("answered");
    await audit({ actor, action: "correction-answered", subject: id, detail: { outcome } }, tx);
    return { ok: true, value: open.email };
  });
}

/** Deletes a correction that must not be kept, such as advertising or abuse. An answered one too. */
export async function deleteCorrection(id: string, actor: Actor): Promise<ChangeResult> {
  return db().$transaction(async (tx): Promise<ChangeResult> => {
    const { count } = await tx.correction.deleteMany({ where: { id } });
    if (count === 0) return refuseAnswer("answered");
    await audit({ actor, action: "correction-deleted", subject: id }, tx);
    return { ok: true, value: null };
  });
}
