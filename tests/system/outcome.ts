/** The product's messages, and the outcome that each means. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^You are signed out\./, "signed out"],
  [/^Your role does not allow this\./, "forbidden"],
  [/^This request came from another site/, "foreign origin"],
  [/^This link was used(, replaced)? or has expired\./, "no such link"],
  [/^It was used, or it is (more than 2 days old|incomplete)\./, "no such link"],
  [/^This site sends no e-mails\./, "no mails"],
  [/^Ask an admin of this tracker/, "no mails"],
  [/^There is no text there\./, "no such text"],
  [/^There is no such submission\./, "no such submission"],
  [/^You did not make this revision\./, "not their act"],
  [/^This token does not exist any more\./, "no such token"],
  [/^This request is closed:/, "no such request"],
  [/^This is no longer in the queue\./, "not in the queue"],
  [/^This source has no file/, "no such file"],
  [/^This correction is already answered or deleted\./, "no such correction"],
];

/** The outcome of a request: its status, with a redirect's target, or "not your role". */
export function outcomeOf(answer: Response, text: string): string {
  const location = answer.headers.get("location");
  if (location !== null) {
    return `${answer.status} ${new URL(location, "http://tracker.test").pathname}`;
  }
  // Only the heading counts: the messages that a page gives to the browser have the same words.
  const shown = /<h1[^>]*>You don’t have access to this page</.test(text);
  return answer.status === 200 && shown ? "not your role" : String(answer.status);
}

/** The outcome of a server action: "done", or the reason in a few words; the status if it did not run. */
export function actionOutcomeOf(answer: Response, text: string): string {
  const [, json] = /^[0-9a-f]+:(\{"ok":.*\})$/m.exec(text) ?? [];
  if (answer.status !== 200 || json === undefined) return String(answer.status);
  const { ok, message, issues } = JSON.parse(json);
  if (ok) return "done";
  return (
    MESSAGES.find(([words]) => words.test(message ?? ""))?.[1] ??
    `${message} ${JSON.stringify(issues)}`
  );
}
