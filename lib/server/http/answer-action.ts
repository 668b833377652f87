import "server-only";
import type { z } from "zod";
import type { Act } from "@/lib/catalogue/roles";
import type { ActionResult } from "@/lib/contract/action-result";
import { describeSchemaIssue } from "@/lib/contract/request-parts";
import type { Issue } from "@/lib/evidence/issue";
import type { Text } from "@/lib/text/text";
import { isPasswordsBusy } from "../accounts/passwords";
import {
  authoriseChange,
  authoriseOwnChange,
  FORBIDDEN_MESSAGES,
  type Refusal,
} from "../accounts/session";
import type { Actor } from "../audit/audit";
import { auditRefusedChange } from "../audit/audit-failures";
import { type ChangeResult, WHOLE_FORM } from "../change-result";
import { reportError } from "../log/unexpected-errors";
import { getClientAddress, isOwnOrigin } from "../origins";
import { getText } from "../text/get-text";
import { countWrite, uncountWrite } from "./rate-limit";

/**
 * Who may call an action: a user whose role allows an act; a signed-in user, for their own account; or
 * any visitor, where a secret in the request protects the action.
 */
export type ActionGate = Act | "own-account" | "anyone";

/**
 * Runs a server action: checks the user and the origin, then the input, then makes the change. Every
 * failure is a result. An unexpected one is logged with the id that its message contains.
 * @param headers of the request
 * @param schema of the input
 * @param change makes the change; its issues name fields of the form
 */
export async function answerAction<S extends z.ZodType, T>(
  headers: Headers,
  gate: ActionGate,
  schema: S,
  input: unknown,
  change: (input: z.output<S>, actor: Actor) => Promise<ChangeResult<T>>,
): Promise<ActionResult<T>> {
  const text = await getText();
  try {
    const access = await findActor(headers, gate);
    if ("forbidden" in access) {
      const { forbidden, person } = access;
      await auditRefusedChange(headers, gate, forbidden, person);
      const message = text.t(`api.action.${FORBIDDEN_MESSAGES[forbidden]}`);
      return fail([], message, forbidden === "signed-out");
    }
    const writer = access.tokenId ?? access.actor.id;
    const seconds = writer === null ? 0 : countWrite(writer);
    if (seconds > 0) return fail([], text.t("api.action.tooManyWrites", { seconds }));
    const parsed = schema.safeParse(input);
    const result: ChangeResult<T> = parsed.success
      ? await change(parsed.data, access.actor)
      : { ok: false, issues: parsed.error.issues.map((issue) => toIssue(text, issue)) };
    if (result.ok) return result;
    if (writer !== null) uncountWrite(writer);
    return failWithIssues(result.issues);
  } catch (error) {
    if (isPasswordsBusy(error)) return fail([], text.t("api.auth.busy"));
    const { id, refusal } = await reportError("A server action failed", error);
    return fail(
      [],
      refusal === null
        ? text.t("api.action.failed", { id })
        : refusal === "away"
          ? text.t("api.action.databaseAway")
          : text.t(`api.refusal.${refusal}`),
    );
  }
}

/** Who calls; with the id of the token, if it came with one. */
async function findActor(
  headers: Headers,
  gate: ActionGate,
): Promise<{ readonly actor: Actor; readonly tokenId?: string } | Refusal> {
  if (gate === "own-account") return authoriseOwnChange(headers);
  if (gate !== "anyone") return authoriseChange(headers, gate);
  if (!isOwnOrigin(headers)) return { forbidden: "foreign-origin", person: null };
  return { actor: { id: null, name: "visitor", address: getClientAddress(headers) } };
}

function toIssue(text: Text, issue: z.core.$ZodIssue): Issue {
  return { param: String(issue.path[0] ?? WHOLE_FORM), message: describeSchemaIssue(text, issue) };
}

function failWithIssues(issues: readonly Issue[]): ActionResult<never> {
  const isWhole = ({ param }: Issue) => param === WHOLE_FORM;
  const messages = issues.filter(isWhole).map(({ message }) => message);
  return fail(
    issues.filter((issue) => !isWhole(issue)),
    messages.length > 0 ? messages.join(" ") : null,
  );
}

function fail(
  issues: readonly Issue[],
  message: string | null,
  signedOut = false,
): ActionResult<never> {
  return { ok: false, issues, message, signedOut };
}
