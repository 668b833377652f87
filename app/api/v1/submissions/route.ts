import { listSubmissions } from "@/lib/server/desk/read-submissions";
import { submissionRoute } from "@/lib/server/http/submission-route";

/** Submissions that the reader may see, latest first. */
export const GET = submissionRoute(async (person) => ({
  submissions: await listSubmissions(person),
}));
