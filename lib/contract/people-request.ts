import { z } from "zod";
import { ROLES } from "../catalogue/roles";
import { schemaError } from "./schema-issues";

/** No control characters, and no halves of surrogate pairs. */
const PLAIN = /^[^\p{Cc}\p{Cs}]*$/u;

const email = z.string().max(320).regex(PLAIN, schemaError("email"));
const name = z.string().max(120).regex(PLAIN, schemaError("oneLine"));
const password = z.string().max(256);
const role = z.enum(ROLES, schemaError("role"));

/** The id of a person. */
export const PersonId = z.string().min(1).max(64);

/** A new person. The tracker makes the password. */
export const NewPersonRequest = z.strictObject({ name, email, role });

/** A person's new role. */
export const RoleRequest = z.strictObject({ id: PersonId, role });

/** The first admin, with the token of the one-time link. */
export const SetUpRequest = z.strictObject({
  token: z.string().max(128),
  name,
  email,
  password,
});
