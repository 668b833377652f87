import { EventChangeRequest } from "@/lib/contract/records-request";
import { changeRecordRequest } from "@/lib/server/desk/record-request";
import { PATCH_ONLY, writeRoute } from "@/lib/server/http/write-route";

export const { GET, POST, PUT, DELETE } = PATCH_ONLY;

/** Changes an event. Needs the role analyst. */
export const PATCH = writeRoute({
  act: "record",
  schema: EventChangeRequest,
  write: (change, by, pathParam) => changeRecordRequest("event", pathParam("id"), change, by),
});
