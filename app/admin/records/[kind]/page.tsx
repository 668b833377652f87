import Form from "next/form";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { listRecords } from "@/app/admin/records/read-records";
import { DuplicateList, RecordList } from "@/components/features/records/record-list";
import { recordPath, recordsPath } from "@/components/features/records/record-paths";
import { PageTitle } from "@/components/layout/reading-page";
import { TabLinks } from "@/components/layout/tab-links";
import { Button, buttonClass } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField } from "@/components/ui/filter-field";
import { getListPage, TABLE_PAGE_SIZE } from "@/lib/query/list-page";
import { splitWords } from "@/lib/query/search";
import { listDuplicates } from "@/lib/records/duplicates";
import { isRecordKind, RECORD_KINDS } from "@/lib/records/record-kinds";
import { mayChangeRecords } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

export const generateMetadata = titlePage((t) => t("records.title"));

/** All records of a kind, with a search, what may be one record twice, and a way to add one. */
export default async function RecordsOfKindPage({
  params,
  searchParams,
}: PageProps<"/admin/records/[kind]">) {
  const { kind } = await params;
  const person = await requireRole("record", `/admin/records/${kind}`);
  if (!person) return <Forbidden act="record" />;
  if (!isRecordKind(kind)) notFound();
  const text = await getText();
  const { t } = text;
  const asked = await searchParams;
  const typed = [asked.q ?? []].flat()[0]?.slice(0, 200) ?? "";
  const all = listRecords(text, await currentView(), kind);
  // Zones that are shown are found on the grid.
  const records = kind === "zone" ? all.filter(({ hidden }) => hidden) : all;
  const words = splitWords(typed);
  const found = records.filter(({ id, name, about }) => {
    const own = splitWords(`${name} ${about} ${id}`).join(" ");
    return words.every((word) => own.includes(word));
  });
  // A zone comes with claims, which wait for a reviewer together with it.
  const mayAdd = kind === "zone" || mayChangeRecords(person.role);
  const shown = all.filter(({ hidden }) => !hidden);
  // Figures of several periods have one label.
  const pairs = listDuplicates(
    kind === "figure" ? shown.map((one) => ({ ...one, name: `${one.name}: ${one.about}` })) : shown,
  );
  return (
    <>
      {kind === "zone" ? (
        <PageTitle small className="mb-4" title={t("admin.grid.records")} />
      ) : (
        <>
          <PageTitle small className="mb-4" title={t("records.title")} lead={t("records.lead")} />
          <TabLinks
            label={t("records.kinds")}
            tabs={RECORD_KINDS.filter((one) => one !== "zone").map((one) => ({
              href: recordsPath(one),
              label: t(`records.kind.${one}`),
              current: one === kind,
            }))}
          />
        </>
      )}
      <div className="mb-4 flex max-w-[60rem] flex-wrap items-end gap-3">
        <Form
          action={recordsPath(kind)}
          role="search"
          className="flex flex-1 basis-72 items-end gap-2"
        >
          <FilterField label={t("records.search", { kind })} className="flex-1">
            {(id) => (
              <input
                key={typed}
                id={id}
                name="q"
                type="search"
                defaultValue={typed}
                maxLength={200}
                autoComplete="off"
                className={fieldClass()}
              />
            )}
          </FilterField>
          <Button type="submit" className="h-(--field)">
            {t("records.find")}
          </Button>
        </Form>
        {mayAdd ? (
          <Link href={recordPath(kind, "new")} className={buttonClass("main", "h-(--field)")}>
            {t("records.addTitle", { kind })}
          </Link>
        ) : (
          <Button variant="main" className="h-(--field)" aria-disabled aria-describedby="off">
            {t("records.addTitle", { kind })}
          </Button>
        )}
      </div>
      {mayAdd ? null : (
        <p id="off" className="mb-4 text-ink-2">
          {t("records.needsReviewer", { kind })}
        </p>
      )}
      {typed === "" && pairs.length > 0 ? <DuplicateList kind={kind} pairs={pairs} /> : null}
      <RecordList
        kind={kind}
        list={getListPage(found, asked, ({ id }, wanted) => id === wanted, TABLE_PAGE_SIZE)}
        typed={typed}
        total={records.length}
      />
    </>
  );
}
