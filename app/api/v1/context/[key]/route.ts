import { FigureChangeRequest } from "@/lib/contract/records-request";
import { changeRecordRequest } from "@/lib/server/desk/record-request";
import { PATCH_ONLY, writeRoute } from "@/lib/server/http/write-route";

export const { GET, POST, PUT, DELETE } = PATCH_ONLY;

/** Changes a national figure or a statement. Needs the role analyst. */
export const PATCH = writeRoute({
  act: "record",
  schema: FigureChangeRequest,
  write: (change, by, pathParam) => changeRecordRequest("figure", pathParam("key"), change, by),
});
