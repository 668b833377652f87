import type { Route } from "next";
import Link from "next/link";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/record-kinds";
import { usePlainText } from "@/lib/text/use-plain-text";

/** The kinds of record, as links beside each other. */
export function KindTabs({ current }: { current: RecordKind }) {
  const { t } = usePlainText();
  return (
    <nav aria-label={t("records.kinds")} className="mb-5 flex flex-wrap gap-1">
      {RECORD_KINDS.map((kind) => (
        <Link
          key={kind}
          href={`/admin/records/${kind}` as Route}
          aria-current={kind === current ? "page" : undefined}
          className="rounded-2 px-2.5 py-1 text-ink-2 hover:bg-paper-2 hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent pointer-coarse:py-2.5"
        >
          {t(`records.kind.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The way back to the list. */
export function BackToRecords({ kind }: { kind: RecordKind }) {
  const { t } = usePlainText();
  return (
    <p className="mb-1 text-12 text-ink-3">
      <Link className="link" href={`/admin/records/${kind}` as Route}>
        {t(`records.kind.${kind}`)}
      </Link>
    </p>
  );
}
