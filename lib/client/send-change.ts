import type { ChangeAnswer } from "../contract/change-answer";

/** Asks for a change by a server action; where no answer comes, that too is an answer. Never throws. */
export async function sendChange<T>(
  change: (input: unknown) => Promise<ChangeAnswer<T>>,
  input: unknown,
): Promise<ChangeAnswer<T>> {
  try {
    return await change(input);
  } catch {
    return {
      ok: false,
      faults: [],
      message: "The tracker cannot be reached. Nothing typed is lost; try again in a moment.",
      signedOut: false,
    };
  }
}
