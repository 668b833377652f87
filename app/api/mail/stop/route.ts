import { answerOneClickStop, redirectToStopPage } from "@/lib/server/http/mail-stop-route";

export const dynamic = "force-dynamic";

/** The address in the header List-Unsubscribe of each mail. */
export const GET = redirectToStopPage;
export const POST = answerOneClickStop;
