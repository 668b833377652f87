import { leadOn } from "@/app/(site)/lead-on";
import { toSearch } from "@/lib/query/search-string";

/** An earlier page. The page of readiness has power and gas needed and delivered under its table. */
export const GET = leadOn((query) => `/readiness${toSearch(query)}`);
