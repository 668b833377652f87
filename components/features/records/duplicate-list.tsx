import Link from "next/link";
import type { DuplicatePair, NamedRecord } from "@/lib/records/duplicates";
import type { RecordKind } from "@/lib/records/record-kinds";
import { usePlainText } from "@/lib/text/use-plain-text";
import { recordPath } from "./record-list";

interface DuplicateListProps {
  kind: RecordKind;
  pairs: readonly DuplicatePair<NamedRecord>[];
}

/** Records that may be one, each pair with both links. */
export function DuplicateList({ kind, pairs }: DuplicateListProps) {
  const { t } = usePlainText();
  return (
    <details className="mb-6 max-w-[60rem] rounded-2 bg-amber-wash px-3 py-2 text-amber-ink">
      <summary className="cursor-pointer font-medium">
        {t("records.duplicates.title", { count: pairs.length })}
      </summary>
      <p className="mt-1 text-12">{t("records.duplicates.help")}</p>
      <ul className="mt-2 grid gap-1.5">
        {pairs.map(({ first, second, why }) => (
          <li key={`${first.id} ${second.id}`} className="flex flex-wrap items-baseline gap-x-2">
            <Link className="link" href={recordPath(kind, first.id)}>
              {first.name}
            </Link>
            <span aria-hidden="true">·</span>
            <Link className="link" href={recordPath(kind, second.id)}>
              {second.name}
            </Link>
            <span className="text-12">{t(`records.duplicates.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
