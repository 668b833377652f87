import "server-only";
import { z } from "zod";
import { DEFAULT_LOCALE, LOCALE_KEYS, type Locale } from "@/lib/text/locales";
import { processSingleton } from "./process-singleton";

const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

const isHttpAddress = (value: string) => /^https?:\/\/[^/]/.test(value) && URL.canParse(value);
const isPostgresAddress = (value: string) =>
  /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);

/** An unset variable and an empty one mean the same: `.env` files and compose files write both. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Least length of a password, in characters. */
export const MIN_PASSWORD = 12;

const PORT_RANGE = "must be a whole number from 0 to 65535";
const port = z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(0, PORT_RANGE).max(65_535, PORT_RANGE);

const schema = z.object({
  DATABASE_URL: z
    .string("must be set; `npm start` sets it to the embedded database")
    .refine(
      isPostgresAddress,
      "must be an address such as postgresql://user:password@host:5432/name",
    ),
  DATA_DIR: optional(z.string()).transform((value) => value ?? ".data"),
  PORT: optional(port).transform((value) => value ?? 3000),
  HOST: optional(z.string()),
  BASE_URL: optional(
    z.string().refine(isHttpAddress, "must be an address such as https://tracker.example.org"),
  ).transform((value) => value?.replace(/\/+$/, "")),
  MAP_STYLE_URL: optional(
    z
      .string()
      .refine(
        (value) => isHttpAddress(value) || /^\/[^/]/.test(value),
        "must be an address such as https://maps.example.org/style.json",
      ),
  ),
  AUTH_SECRET: optional(
    z.string().min(32, "must have at least 32 characters; make one with `openssl rand -base64 48`"),
  ),
  BOOTSTRAP_ADMIN_EMAIL: optional(z.email("must be an e-mail address")),
  BOOTSTRAP_ADMIN_PASSWORD: optional(
    z.string().min(MIN_PASSWORD, `must have at least ${MIN_PASSWORD} characters`),
  ),
  TRUST_PROXY: optional(z.enum(["true", "false"], "must be true or false")).transform(
    (value) => value === "true",
  ),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`)).transform(
    (value) => value ?? "info",
  ),
  TEXT_LOCALE: optional(z.enum(LOCALE_KEYS, `must be one of ${LOCALE_KEYS.join(", ")}`)).transform(
    (value) => value ?? DEFAULT_LOCALE,
  ),
});

/** The settings, read and checked. `BASE_URL` has no slash at its end; `PORT` is 0 to 65535. */
export type Env = z.output<typeof schema>;

/** Thrown for settings that cannot be used; the message is a sentence for the person who set them. */
export class BadEnvironmentError extends Error {
  readonly code = "bad-environment";
}

/**
 * Reads the settings from a set of environment variables.
 * @throws BadEnvironmentError naming every variable that cannot be used, and why
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new BadEnvironmentError(`The settings cannot be used: ${faults.join("; ")}.`);
}

/**
 * The secret that signs sessions. Only what serves people needs it; scripts over the database do not.
 * @throws BadEnvironmentError where it is unset
 */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET !== undefined) return AUTH_SECRET;
  throw new BadEnvironmentError(
    "The settings cannot be used: AUTH_SECRET must be set, the same for every instance; make one with `openssl rand -base64 48`. With the embedded database `npm start` makes and keeps one.",
  );
}

/**
 * The settings of this process. Read on first use and not on import, since a build imports everything
 * and has no database.
 * @throws BadEnvironmentError
 */
export function env(): Env {
  return processSingleton("env", () => parseEnv(process.env));
}

/**
 * The language of the site. Read alone and not with the other settings, since a build renders pages
 * too and has no database.
 * @throws BadEnvironmentError
 */
export function textLocale(): Locale {
  return processSingleton("text-locale", () => {
    const parsed = schema.shape.TEXT_LOCALE.safeParse(process.env.TEXT_LOCALE);
    if (parsed.success) return parsed.data;
    throw new BadEnvironmentError(
      `The settings cannot be used: TEXT_LOCALE ${parsed.error.issues[0]?.message}.`,
    );
  });
}
