import { answerAuth } from "@/lib/server/answer-auth";

export const dynamic = "force-dynamic";

/** Who is signed in. */
export function GET(request: Request): Promise<Response> {
  return answerAuth(request);
}

/** Signs in and out, and changes one's own password. */
export function POST(request: Request): Promise<Response> {
  return answerAuth(request);
}
