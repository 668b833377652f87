// `npm run db:redact`: lists the open requests to remove texts. `npm run db:redact -- ID --confirm --by "NAME"` removes
// the text of one, where no second reviewer or admin can. NAME is who confirms, and not the person who asked.
import { parseArgs } from "node:util";
import type { OpenRemoval } from "@/lib/contract/redaction";
import { RemovalRequestId } from "@/lib/contract/write-request";
import { runScript, ScriptError } from "@/lib/server/database/run-script";
import { isDataSetName } from "@/lib/server/ledger/data-set";
import { confirmRemoval } from "@/lib/server/redaction/redactions";
import { listOpenRemovals } from "@/lib/server/redaction/removable-texts";
import { registryStore } from "@/lib/server/registry/store";

const USAGE = 'Usage: npm run db:redact, or npm run db:redact -- ID --confirm --by "NAME"';

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { confirm: { type: "boolean", default: false }, by: { type: "string", default: "" } },
  });
  const [id] = positionals;
  console.log(
    id === undefined
      ? await listRequests()
      : await removeText(id, values.confirm, values.by.trim()),
  );
  return 0;
});

function describeRequest({
  id,
  kind,
  row,
  text,
  copies,
  reason,
  requestedBy,
  requestedAt,
}: OpenRemoval) {
  return [
    id,
    `  ${kind} ${row}, ${reason}, asked by ${requestedBy} at ${requestedAt}`,
    `  Copies: ${copies.ledger} in the ledger, ${copies.audit} in the audit log, files of releases: ${copies.files.join(", ") || "none"}`,
    `  Text: ${text === null ? "changed since, nothing can be removed" : JSON.stringify(text)}`,
  ].join("\n");
}

async function listRequests(): Promise<string> {
  const requests = await listOpenRemovals();
  if (requests.length === 0)
    return "No request is open. People make them under /admin/history?tab=removed.";
  return requests.map(describeRequest).join("\n");
}

/**
 * Removes the text of a request.
 * @param by who confirms it
 * @returns what was done
 */
async function removeText(id: string, isConfirmed: boolean, by: string): Promise<string> {
  if (!RemovalRequestId.safeParse(id).success) throw new ScriptError(USAGE);
  const [request] = await listOpenRemovals(id);
  if (!request) throw new ScriptError(`No request ${id} is open. ${USAGE}`);
  if (!isConfirmed) {
    return `${describeRequest(request)}\nNothing was changed. To remove the text for ever, add --confirm --by "NAME".`;
  }
  if (isDataSetName(by)) throw new ScriptError("Give the name of a person after --by.");
  if (by === "") throw new ScriptError(`Say who confirms, with --by "NAME". ${USAGE}`);
  const result = await confirmRemoval(id, { id: null, name: by, address: null });
  await registryStore().stop();
  if (!result.ok) throw new ScriptError(result.issues.map(({ message }) => message).join(" "));
  return `Removed the text from ${result.value === 1 ? "1 place" : `${result.value} places`}. It cannot be undone. Delete older backups: they still have it.`;
}
