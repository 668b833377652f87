import { listDictionary } from "@/lib/contract/dictionary";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listMeta } from "@/lib/contract/meta";
import { readRoute } from "@/lib/server/http/read-route";
import { json } from "@/lib/server/http/respond";

export const dynamic = "force-dynamic";

/** The data dictionary. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.fields.accepts,
  answer: ({ text, view }) => {
    const data = listDictionary(text);
    return json({ data, meta: listMeta(view.registry, data.length, data.length) });
  },
});
