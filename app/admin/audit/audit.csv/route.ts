import { auditCsvRoute } from "@/lib/server/http/audit-csv-route";
import { loadZoneNames, slugsNamed } from "../audit-zones";
import { readAuditSearch } from "../read-search";

export const dynamic = "force-dynamic";

/** All entries of the audit log that match the search of the page, as CSV, newest first. */
export const GET = auditCsvRoute(async (request) => {
  const search = readAuditSearch(Object.fromEntries(new URL(request.url).searchParams));
  return { search, namedSubjects: slugsNamed(search.text, await loadZoneNames()) };
});
