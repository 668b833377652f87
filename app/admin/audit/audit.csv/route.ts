import { headers } from "next/headers";
import { may } from "@/lib/catalogue/roles";
import { CSV_TYPE } from "@/lib/formats/csv";
import { auditCsv } from "@/lib/server/audit-csv";
import { getText } from "@/lib/server/get-text";
import { attachment, createStream, respondText } from "@/lib/server/http/respond";
import { getPerson } from "@/lib/server/session";
import { loadZoneNames, slugsNamed } from "../audit-zones";
import { readAuditSearch } from "../read-search";

export const dynamic = "force-dynamic";

/** All entries of the audit log that match the search of the page, as CSV, newest first. */
export async function GET(request: Request): Promise<Response> {
  const person = await getPerson(await headers());
  if (!person || !may(person.role, "read-audit")) {
    const { t } = await getText();
    return person
      ? respondText(403, t("api.request.forbidden"))
      : respondText(401, t("api.request.signedOut"));
  }
  const search = readAuditSearch(Object.fromEntries(new URL(request.url).searchParams));
  const named = slugsNamed(search.text, await loadZoneNames());
  return new Response(createStream(auditCsv(search, named)), {
    headers: {
      "content-type": CSV_TYPE,
      "cache-control": "no-store",
      ...attachment(`audit-${new Date().toISOString().slice(0, 10)}.csv`),
    },
  });
}
