import { answerOneClickStop, redirectToStopPage } from "@/lib/server/http/mail-stop-route";

/** The address in the header List-Unsubscribe of each mail. */
export const GET = redirectToStopPage;
export const POST = answerOneClickStop;
