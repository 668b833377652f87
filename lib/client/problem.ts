import type { ProblemDocument } from "../contract/answer-schemas";

/** Why the API rejected a request: a sentence of its problem document, or else the status. */
export async function readProblem(response: Response): Promise<string> {
  try {
    const { detail, title }: Partial<ProblemDocument> = await response.json();
    return detail ?? title ?? `HTTP ${response.status}`;
  } catch {
    return `HTTP ${response.status}`;
  }
}
