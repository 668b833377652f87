import { FirmChangeRequest } from "@/lib/contract/records-request";
import { changeRecordRequest } from "@/lib/server/desk/record-request";
import { PATCH_ONLY, writeRoute } from "@/lib/server/http/write-route";

export const { GET, POST, PUT, DELETE } = PATCH_ONLY;

/** Changes the names of a firm. Needs the role analyst. */
export const PATCH = writeRoute({
  act: "record",
  schema: FirmChangeRequest,
  write: (change, by, pathParam) => changeRecordRequest("firm", pathParam("id"), change, by),
});
