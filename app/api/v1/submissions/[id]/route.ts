import { findSubmission } from "@/lib/server/desk/read-submissions";
import { submissionRoute } from "@/lib/server/http/submission-route";

/** Claims that wait for another person, for their author and for reviewers. */
export const GET = submissionRoute((person, { id = "" }) => findSubmission(id, person));
