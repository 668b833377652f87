import { answerCorrectionForm } from "@/lib/server/http/correction-route";
import { POST_ONLY } from "@/lib/server/http/write-route";

export const { GET, PUT, PATCH, DELETE } = POST_ONLY;

/** Takes a reader's correction. Open to everybody, with limits of its own. */
export const POST = answerCorrectionForm;
