import { leadOn } from "@/app/(site)/lead-on";
import { EARLIER_NEWS } from "@/lib/changes/news-address";

/** An earlier page, which the page of news replaces. */
export const GET = leadOn(EARLIER_NEWS["/events"]);
