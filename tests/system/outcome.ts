const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^You are signed out\./, "signed out"],
  [/^Your role does not allow this\./, "forbidden"],
  [/^This came from another address/, "foreign origin"],
  [/^This link was used or is too old\./, "no such link"],
];

/** What an answer means: its status, where it sends to, or that the page is not for the visitor's role. */
export function outcomeOf(answer: Response, text: string): string {
  const location = answer.headers.get("location");
  if (location !== null) {
    return `${answer.status} ${new URL(location, "http://tracker.test").pathname}`;
  }
  const shown = text.includes("<h1") && text.includes("This page is not for your role");
  return answer.status === 200 && shown ? "not your role" : String(answer.status);
}

/** What a server action answered: `done`, or why not in a word; the status where it was not reached. */
export function actionOutcomeOf(answer: Response, text: string): string {
  const [, json] = /^[0-9a-f]+:(\{"ok":.*\})$/m.exec(text) ?? [];
  if (answer.status !== 200 || json === undefined) return String(answer.status);
  const { ok, message, faults } = JSON.parse(json);
  if (ok) return "done";
  return (
    MESSAGES.find(([words]) => words.test(message ?? ""))?.[1] ??
    `${message} ${JSON.stringify(faults)}`
  );
}
