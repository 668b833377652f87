import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { isRole } from "@/lib/catalogue/roles";
import { AUDIT_ACTIONS, AUDIT_DETAILS, SIGN_IN_STEPS } from "@/lib/contract/audit-actions";
import { FORBIDDEN_REASONS } from "@/lib/contract/forbidden-reasons";
import type { OwnAct } from "@/lib/contract/own-act";
import type { AuditEntry } from "@/lib/server/audit/audit";
import { upperFirst } from "@/lib/text/first-letter";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { isPartialDate } from "@/lib/time/day";
import { type UndoAct, UndoButton } from "./undo-button";

/** An entry of the audit log with the names of its subject. */
interface EntryLine extends AuditEntry {
  /** The zone of the subject; null for other subjects. */
  readonly zone: { readonly slug: string; readonly name: string } | null;
  /** Another subject by its name, and its page; absent: the subject stands for itself. */
  readonly other?: { readonly name: string; readonly href: string } | null;
  /** Which values changed from what to what, in words. The details do not repeat them. */
  readonly changes: readonly string[];
  /** The act of the signed-in person that the entry begins; null or absent: none, or another entry has it. */
  readonly own?: Pick<OwnAct, "undoes" | "hindrance"> | null;
}

interface EntryListProps {
  lines: readonly EntryLine[];
  undo: UndoAct;
}

/** Who did what, when and from which IP address, newest first, with Undo for what the reader did. */
export function EntryList({ lines, undo }: EntryListProps) {
  const text = useText();
  return (
    <ol>
      {lines.map((line) => (
        <li
          key={line.id}
          className="grid gap-x-5 gap-y-0.5 border-line border-t py-2 md:items-baseline md:grid-cols-[9.5rem_minmax(0,1fr)_9rem_6rem]"
        >
          <Instant at={line.at} className="tabular text-12 text-ink-3" />
          <div className="min-w-0 break-words">
            <Action {...line} />
            {line.count === 1 ? null : (
              <span className="block text-12 text-ink-2">
                {text.t.rich("admin.audit.repeated", {
                  count: line.count,
                  when: () => <Instant at={line.lastAt} />,
                })}
              </span>
            )}
            {line.own ? <OwnLine {...line.own} /> : null}
            {line.changes.length === 0 ? null : (
              <ul className="text-12">
                {line.changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
            {line.detail.length === 0 ? null : (
              <span className="block text-12 text-ink-2">
                {line.detail.map((part) => describeDetail(text, part)).join(" · ")}
              </span>
            )}
          </div>
          <span className="tabular break-all text-12 text-ink-3">
            {line.address === null
              ? null
              : text.t("admin.audit.address", { address: line.address })}
          </span>
          <span className="tabular text-12 md:text-end">
            {line.revision === null ? null : <RevisionLink {...line} revision={line.revision} />}
            {line.own?.hindrance === null && line.revision !== null ? (
              <UndoButton revision={line.revision} redo={line.own.undoes !== null} undo={undo} />
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What an act undoes, and why it cannot be undone itself. That it is older than a day goes without saying. */
function OwnLine({ undoes, hindrance }: Pick<OwnAct, "undoes" | "hindrance">) {
  const { t } = useText();
  const words = [
    ...(undoes === null ? [] : [t("record.acts.undid", { revision: formatRevision(undoes) })]),
    ...(hindrance === null || hindrance === "tooLate"
      ? []
      : [t(`record.acts.hindrance.${hindrance}`)]),
  ];
  return words.length === 0 ? null : (
    <span className="block text-12 text-ink-2">{words.join(" · ")}</span>
  );
}

/** What can be refused, apart from what only readers of the log may do. */
const REFUSED_ACTS = [
  "record",
  "withdraw-own",
  "decide",
  "redact",
  "manage-people",
  "own-account",
  "anyone",
] as const;

function Action({ actor, action, subject, zone, other = null }: EntryLine) {
  const text = useText();
  const { t } = text;
  const page = zone ? { name: zone.name, href: `/zones/${zone.slug}` } : other;
  const refused = action === "change-refused" && REFUSED_ACTS.find((act) => act === subject);
  const values = {
    actor: upperFirst(text, actor),
    subject: refused ? t(`admin.audit.refusedAct.${refused}`) : (page?.name ?? subject),
    b: (words: ReactNode) => <b>{words}</b>,
    object: (words: ReactNode) =>
      page ? (
        <Link className="link" href={page.href as Route} prefetch={false}>
          {words}
        </Link>
      ) : (
        words
      ),
  };
  const known = AUDIT_ACTIONS.find((one) => one === action);
  return known === undefined
    ? t.rich("admin.audit.otherEntry", { ...values, action })
    : t.rich(`admin.audit.entry.${known}`, values);
}

function describeDetail({ t, partialDate }: Text, [key, value]: readonly [string, string]): string {
  const known = AUDIT_DETAILS.find((one) => one === key);
  if (known === undefined) return t("admin.audit.otherDetail", { key, value });
  const reason = known === "refused" && FORBIDDEN_REASONS.find((one) => one === value);
  if (reason)
    return t("admin.audit.detail.refused", { value: t(`admin.audit.refusedReason.${reason}`) });
  const step = known === "step" && SIGN_IN_STEPS.find((one) => one === value);
  if (step) return t("admin.audit.detail.step", { value: t(`admin.audit.signInStep.${step}`) });
  const isRoleDetail = known === "from" || known === "role" || known === "to";
  return t(`admin.audit.detail.${known}`, {
    value:
      isRoleDetail && isRole(value)
        ? t(`common.role.${value}`)
        : isPartialDate(value)
          ? partialDate(value)
          : value,
  });
}

/** A link to the zone, or to all zones, as known in the revision. */
function RevisionLink({ zone, revision }: { zone: EntryLine["zone"]; revision: number }) {
  const { t } = useText();
  const page = zone ? `/zones/${zone.slug}` : "/zones";
  const values = { revision: formatRevision(revision) };
  return (
    <Link
      className="link"
      href={`${page}?knownOn=r${revision}` as Route}
      prefetch={false}
      aria-label={
        zone
          ? t("admin.audit.revisionOf", { ...values, zone: zone.name })
          : t("admin.audit.revisionOfAll", values)
      }
    >
      {t("admin.audit.revision", values)}
    </Link>
  );
}
