import Link from "next/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Fold } from "@/components/layout/section";
import { TextTable } from "@/components/layout/term-table";
import { cx } from "@/components/ui/cx";
import type { ListPage } from "@/lib/query/list-page";
import type { DuplicatePair, NamedRecord } from "@/lib/records/duplicates";
import type { RecordKind } from "@/lib/records/record-kinds";
import { usePlainText } from "@/lib/text/use-plain-text";
import { recordPath, recordsPath } from "./record-paths";

interface RecordListProps {
  kind: RecordKind;
  /** The records that were found. */
  list: ListPage<{
    readonly id: string;
    readonly name: string;
    readonly cells: readonly string[];
    readonly hidden: boolean;
  }>;
  /** The words by which they were found; empty: all. */
  typed: string;
  /** The number of all records of the kind. */
  total: number;
}

/** What the cells of a record are, by its kind. */
const HEADS = {
  zone: ["records.heads.province"],
  firm: [
    "records.part.zones",
    "records.heads.stage",
    "records.heads.nationality",
    "records.part.otherNames",
  ],
  event: ["records.part.date", "records.part.zones"],
  figure: ["records.heads.figure", "records.part.period"],
  source: [
    "records.part.publisher",
    "records.part.publishedOn",
    "records.heads.sourceKind",
    "records.heads.cited",
  ],
} as const satisfies Record<RecordKind, readonly string[]>;

/** Heads of cells that stay on one line. */
const SHORT: ReadonlySet<string> = new Set([
  "records.part.date",
  "records.part.publishedOn",
  "records.heads.cited",
]);

/** On a phone the cells of a record stand under its name. */
const CELL = "max-sm:block max-sm:border-0 max-sm:py-0";

/** A page of records, each with a link to its page. */
export function RecordList({ kind, list, typed, total }: RecordListProps) {
  const { t, number } = usePlainText();
  const kept = typed === "" ? [] : [["q", typed] as const];
  const pages = { list, path: recordsPath(kind), kept };
  if (total === 0) return <p>{t("records.noneHidden")}</p>;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mb-1 text-12 text-ink-3">
        {t("records.found", {
          all: list.total === total ? "yes" : "no",
          count: number(list.total),
          ...{ total, kind },
        })}
      </h2>
      <ListRange {...pages} />
      {list.total === 0 ? (
        <p>
          {t("records.none")}{" "}
          <Link className="link" href={recordsPath(kind)}>
            {t("records.showAll")}
          </Link>
        </p>
      ) : (
        <TextTable
          labelledBy="found"
          heads={[
            { title: t("records.heads.name", { kind }), className: "w-[40%] max-sm:sr-only" },
            ...HEADS[kind].map((head) => ({ title: t(head), className: "max-sm:sr-only" })),
          ]}
        >
          {list.items.map(({ id, name, cells, hidden }) => (
            <tr key={id} className="max-sm:block max-sm:border-line max-sm:border-b max-sm:py-1.5">
              <td className={CELL}>
                <Link
                  prefetch={false}
                  href={recordPath(kind, id)}
                  className="link font-medium pointer-coarse:inline-block pointer-coarse:py-2.5"
                >
                  <bdi>{name}</bdi>
                </Link>
                {hidden ? <small className="text-rust">{t("records.hidden")}</small> : null}
              </td>
              {HEADS[kind].map((head, i) => (
                <td
                  key={head}
                  className={cx(
                    CELL,
                    "max-sm:empty:hidden",
                    SHORT.has(head) && "whitespace-nowrap",
                  )}
                >
                  {cells[i] ? (
                    <>
                      <span className="text-ink-3 sm:hidden">{t(head)}: </span>
                      {cells[i]}
                    </>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </TextTable>
      )}
      <ListPageLinks {...pages} label={t(`records.kind.${kind}`)} />
    </section>
  );
}

interface DuplicateListProps {
  kind: RecordKind;
  pairs: readonly DuplicatePair<NamedRecord>[];
}

/** Records that may be one, each pair with both links. */
export function DuplicateList({ kind, pairs }: DuplicateListProps) {
  const { t } = usePlainText();
  return (
    <Fold
      className="mb-6 max-w-[60rem]"
      label={t("records.duplicates.title", { count: pairs.length })}
    >
      <p className="mt-1 text-12">{t("records.duplicates.help")}</p>
      <ul className="mt-2 grid gap-1.5">
        {pairs.map(({ first, second, why }) => (
          <li key={`${first.id} ${second.id}`} className="flex flex-wrap items-baseline gap-x-2">
            <Link className="link" href={recordPath(kind, first.id)}>
              <bdi>{first.name}</bdi>
            </Link>
            <span aria-hidden="true">·</span>
            <Link className="link" href={recordPath(kind, second.id)}>
              <bdi>{second.name}</bdi>
            </Link>
            <span className="text-12">{t(`records.duplicates.${why}`)}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
