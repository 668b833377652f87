import { submissionRoute } from "@/lib/server/http/submission-route";
import { listSubmissions } from "@/lib/server/read-submissions";

export const dynamic = "force-dynamic";

/** Submissions that the reader may see, latest first. */
export const GET = submissionRoute(async (person) => ({
  submissions: await listSubmissions(person),
}));
