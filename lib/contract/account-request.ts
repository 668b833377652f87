import { z } from "zod";
import { ROLES } from "../catalogue/roles";
import { TOKEN_SCOPES } from "../catalogue/token-scopes";
import { isVisibleLine } from "../evidence/check-text";
import { day, email, MailAddress, schemaError } from "./request-parts";

const name = z.string().max(120).refine(isVisibleLine, schemaError("oneLine"));

const password = z.string().max(256);

const role = z.enum(ROLES, schemaError("role"));

/** The id of a person. */
export const PersonId = z.string().min(1).max(64);

/** The id of a session. */
export const SessionId = z.string().min(1).max(64);

/** A new person, and the password of the admin who adds them. */
export const NewPersonRequest = z.strictObject({ name, email, role, ownPassword: password });

/** A person's new role, and the password of the admin who changes it. */
export const RoleRequest = z.strictObject({ id: PersonId, role, ownPassword: password });

/** A person who gets a link for a new password, and the password of the admin who makes it. */
export const PasswordLinkRequest = z.strictObject({ id: PersonId, ownPassword: password });

/** A new token, and the password of its owner. */
export const TokenRequest = z.strictObject({
  name: name.trim().min(1),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length),
  lastDay: day,
  ownPassword: password,
});

/** The id of a token. */
export const TokenId = z.uuid();

/** A password, with the token of the one-time link. */
export const SetPasswordRequest = z.strictObject({ token: z.string().max(128), password });

/** Somebody who forgot their password. */
export const ForgottenPasswordRequest = z.strictObject({ email: MailAddress });

/** The first admin, with the token of the one-time link. */
export const SetUpRequest = z.strictObject({
  token: z.string().max(128),
  name,
  email,
  password,
});
