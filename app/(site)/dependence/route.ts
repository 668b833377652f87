import { leadOn } from "@/app/(site)/lead-on";
import { EARLIER_FIRMS } from "@/lib/firms/firm-address";

/** An earlier page, which the page of firms replaces. */
export const GET = leadOn(EARLIER_FIRMS["/dependence"]);
