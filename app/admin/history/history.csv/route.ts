import { auditCsvRoute } from "@/lib/server/http/audit-csv-route";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { createEntryDescriber, loadZoneNames, slugsNamed } from "../describe-entry";
import { actOfSearch, readAuditSearch, resolveSearch } from "../read-search";

const readRequest = (request: Request) =>
  readAuditSearch(Object.fromEntries(new URL(request.url).searchParams));

/** All entries of the audit log that match the search of the page, as CSV, newest first. */
export const GET = auditCsvRoute(
  (request) => actOfSearch(readRequest(request)),
  async (request, person) => {
    const search = resolveSearch(readRequest(request), person.id);
    const names = await loadZoneNames();
    return {
      search,
      namedSubjects: slugsNamed(search.text, names),
      toWords: createEntryDescriber(await getText(), await currentView(), names),
    };
  },
);
