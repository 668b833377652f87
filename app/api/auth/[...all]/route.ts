import { answerAuth } from "@/lib/server/http/auth-route";

/** The session of the request. */
export function GET(request: Request): Promise<Response> {
  return answerAuth(request);
}

/** Signs in and out, and changes the user's own password. */
export function POST(request: Request): Promise<Response> {
  return answerAuth(request);
}
