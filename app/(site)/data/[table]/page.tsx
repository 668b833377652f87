import { notFound } from "next/navigation";
import { loadRegistry, toPairs } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { PastBanner } from "@/app/(site)/subject-time-bar";
import { TablePage } from "@/components/features/data/table-page";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { NO_PARAMS, parseRequest } from "@/lib/contract/parse-request";
import { tablePath } from "@/lib/contract/release-answer";
import {
  CONDITIONS_OF_TABLE,
  countValues,
  DAY_TABLES,
  filteredTable,
  tableCsv,
} from "@/lib/formats/day-tables";
import { MOMENT_PARAMS, momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText } from "@/lib/server/text/page-text";
import { englishText } from "@/lib/text/english-text";
import { describeSearch } from "@/lib/text/search-words";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/data/[table]");

/** Rows that are shown. */
const PREVIEWED = 10;

/** One table of the data: its size, filters with counts, columns, first rows, and how to read it. */
export default async function Page({ params, searchParams }: PageProps<"/data/[table]">) {
  const [wanted, search, text] = await Promise.all([params, searchParams, getPageText()]);
  const name = DAY_TABLES.find((table) => table === wanted.table);
  if (!name) notFound();
  const path = tablePath(name);
  const loaded = await loadRegistry(search);
  if ("problems" in loaded) return <BadAddress {...loaded} path={path} />;
  const { view } = loaded;
  const conditions = CONDITIONS_OF_TABLE[name];
  const { choices: allowed } = ENDPOINTS.tableFile.accepts;
  const accepted = {
    ...NO_PARAMS,
    query: MOMENT_PARAMS,
    choices: Object.fromEntries(conditions.map((key) => [key, allowed?.[key] ?? []])),
  };
  const { request, issues } = parseRequest(text, toPairs(search), accepted, view);
  if (issues.length > 0) {
    const problems = issues.map(({ code, message, param, got, allowed, nearest }) => ({
      ...{ param: param ?? "", got: got ?? "", message },
      ...{ allowed: allowed ?? [], nearest: nearest ?? null },
      reason: { code: code === "unknown-parameter" ? "unknown-param" : code },
    }));
    return <BadAddress problems={problems} search={toSearch(toPairs(search))} path={path} />;
  }
  const input = { text: englishText, ledger: view, registry: view.registry };
  const table = filteredTable(input, name, request.choices);
  const rows = [...table.rows()];
  const csv = [...tableCsv({ ...table, rows: () => rows })];
  const origin = await siteOrigin();
  return (
    <ReadingPage note={describeSearch(text, view)}>
      <PastBanner view={view} pinned={search.knownOn !== undefined} today={path} />
      <TablePage
        table={table}
        origin={origin}
        count={rows.length}
        bytes={csv.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0)}
        rows={rows.slice(0, PREVIEWED)}
        chosen={request.choices}
        moment={momentPairs(search)}
        facets={conditions.map((key) => ({ key, values: countValues(table, rows, key, view) }))}
      />
    </ReadingPage>
  );
}
