import { z } from "zod";
import { ROLES } from "../catalogue/roles";

/** Neither control characters, which no name has, nor halves of characters. */
const PLAIN = /^[^\p{Cc}\p{Cs}]*$/u;

const email = z
  .string()
  .max(320, "Give an address of up to 320 characters.")
  .regex(PLAIN, "Give an e-mail address, such as name@example.org.");
const name = z
  .string()
  .max(120, "Give a name of up to 120 characters.")
  .regex(PLAIN, "Give the name on one line.");
const password = z.string().max(256, "Use at most 256 characters.");
const role = z.enum(ROLES, "Choose one of the roles.");

/** The id of a person. */
export const PersonId = z.string().min(1).max(64);

/** A person to be added, who gets a password of the tracker's making. */
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
