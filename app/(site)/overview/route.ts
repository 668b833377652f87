import { leadOn } from "@/app/(site)/lead-on";
import { toSearch } from "@/lib/query/search-string";

/** An earlier page. The first page has its answers; what it showed of a filter or a past day, the list of zones shows. */
export const GET = leadOn((query) => (query.length > 0 ? `/zones${toSearch(query)}` : "/"));
