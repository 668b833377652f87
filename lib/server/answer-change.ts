import "server-only";
import type { z } from "zod";
import type { Act } from "@/lib/catalogue/roles";
import type { ChangeAnswer, FieldFault } from "@/lib/contract/change-answer";
import type { Actor } from "./audit";
import { addressOf, isOwnOrigin } from "./origins";
import type { PersonResult } from "./people";
import { reportError } from "./report-error";
import { type AccessRefusal, authoriseChange, authoriseOwnChange } from "./session";

/**
 * Who may ask for a change: whoever's role allows an act; anyone signed in, for what is their own; or
 * anyone at all, for what a secret of its own protects.
 */
export type ChangeGate = Act | "own-account" | "anyone";

const REFUSED: Record<AccessRefusal, string> = {
  "signed-out": "You are signed out. Sign in again; nothing was changed.",
  forbidden: "Your role does not allow this. Nothing was changed.",
  "foreign-origin":
    "This came from another address than the tracker's own and was refused. Open the tracker at its own address.",
};

/**
 * A change that a form asks for: who asks and from which page, then what is asked, then the change.
 * Every failure is an answer; what nobody expected is logged under the number that the answer tells.
 * @param headers the request's
 * @param schema what the form must send
 * @param work makes the change with what was sent; its faults name fields of the form
 */
export async function answerChange<S extends z.ZodType, T>(
  headers: Headers,
  gate: ChangeGate,
  schema: S,
  input: unknown,
  work: (input: z.output<S>, actor: Actor) => Promise<PersonResult<T>>,
): Promise<ChangeAnswer<T>> {
  try {
    const access = await actorFor(headers, gate);
    if ("refusal" in access) {
      const { refusal } = access;
      return failed([], REFUSED[refusal], refusal === "signed-out");
    }
    const parsed = schema.safeParse(input);
    if (!parsed.success) return withFaults(parsed.error.issues.map(faultOfIssue));
    const result = await work(parsed.data, access.actor);
    return result.ok ? result : withFaults(result.faults);
  } catch (error) {
    const { id, databaseAway } = await reportError("A change failed", error);
    return failed(
      [],
      databaseAway
        ? "The tracker's database is away. Nothing was changed; try again in a moment."
        : `This failed for a reason of the tracker's own. Try again; if it fails again, tell us the number ${id}.`,
    );
  }
}

async function actorFor(
  headers: Headers,
  gate: ChangeGate,
): Promise<{ actor: Actor } | { refusal: AccessRefusal }> {
  if (gate === "own-account") return authoriseOwnChange(headers);
  if (gate !== "anyone") return authoriseChange(headers, gate);
  if (!isOwnOrigin(headers)) return { refusal: "foreign-origin" };
  return { actor: { id: null, name: "visitor", address: addressOf(headers) } };
}

function faultOfIssue({ path, message }: z.core.$ZodIssue): FieldFault {
  return { field: String(path[0] ?? "person"), message };
}

/** Faults of `person` are no field's: they are about the whole. */
function withFaults(faults: readonly FieldFault[]): ChangeAnswer<never> {
  const whole = faults.filter(({ field }) => field === "person").map(({ message }) => message);
  return failed(
    faults.filter(({ field }) => field !== "person"),
    whole.length > 0 ? whole.join(" ") : null,
  );
}

function failed(
  faults: readonly FieldFault[],
  message: string | null,
  signedOut = false,
): ChangeAnswer<never> {
  return { ok: false, faults, message, signedOut };
}
