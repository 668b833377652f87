import "server-only";
import { z } from "zod";
import { processSingleton } from "./process-singleton";

/** Whose claims wait for another person: nobody's, those of analysts on the two ladders, all of analysts. */
const REVIEW_LEVELS = ["off", "ladders", "all"] as const;
/** Which claims of analysts wait for a reviewer. */
export type ReviewLevel = (typeof REVIEW_LEVELS)[number];

const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;

const isHttpAddress = (value: string) => /^https?:\/\/[^/]/.test(value) && URL.canParse(value);
const isSmtpAddress = (value: string) => /^smtps?:\/\/[^/]/.test(value) && URL.canParse(value);
const isPostgresAddress = (value: string) =>
  /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);

/** An unset variable and an empty one mean the same, because `.env` and compose files have both. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** `name@example.org`, or with a name before it: `Ayesha Malik <name@example.org>`. Without a name it is "Admin". */
export const Mailbox = z
  .string()
  .transform((text) => {
    const [, name = "", email = text] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
    return { name: name.trim() || "Admin", email: email.trim() };
  })
  .pipe(
    z.object({
      name: z.string().max(120, "must have at most 120 characters in its name"),
      email: z.email("must be an e-mail address"),
    }),
  );

/** Minimum length of a password in characters. */
export const MIN_PASSWORD = 12;

const PORT_RANGE = "must be a whole number from 0 to 65535";
const port = z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(0, PORT_RANGE).max(65_535, PORT_RANGE);

const RATE_RANGE = "must be a whole number from 0 to 1000000";

/** How often in a minute; an unset variable has the default. */
function perMinute(initial: number) {
  const number = z.coerce.number(RATE_RANGE).int(RATE_RANGE).min(0, RATE_RANGE);
  return optional(number.max(1_000_000, RATE_RANGE)).transform((value) => value ?? initial);
}

/** An address at which people can be reached. */
const isContact = (value: string) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*)$/.test(value);

/** The address of tiles, and after a space whose they are. */
function isImagery(value: string): boolean {
  const [, url = ""] = /^(\S+)( \P{Cc}{1,200})?$/u.exec(value) ?? [];
  return (
    (isHttpAddress(url) || /^\/[^/]/.test(url)) &&
    ["{z}", "{x}", "{y}"].every((part) => url.includes(part))
  );
}

/** An optional line of text that pages show as it is. */
function line(max: number) {
  const isLine = (value: string) => value.length <= max && /^\P{Cc}*\S\P{Cc}*$/u.test(value);
  return optional(z.string().refine(isLine, `must be one line of at most ${max} characters`));
}

/** An e-mail address, alone or in angle brackets after a name. */
function isSender(value: string): boolean {
  const [, address = value] = /^[^<>\p{Cc}]*<([^<>]*)>$/u.exec(value) ?? [];
  return z.email().safeParse(address).success;
}

/** Does an address lead to this machine by its usual names? */
export function isOnThisMachine({ hostname }: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** Where messages about new revisions may go: https, or http on this machine, without a name and a password. */
function isWebhookAddress(value: string): boolean {
  // A comma would rather separate two addresses; in one it is written %2C.
  if (!isFeedAddress(value) || value.includes(",")) return false;
  const url = new URL(value);
  return url.protocol === "https:" || isOnThisMachine(url);
}

/** Where a feed may be: http or https, without a name, a password and a fragment. */
function isFeedAddress(value: string): boolean {
  if (!isHttpAddress(value)) return false;
  const { username, password, hash } = new URL(value);
  return username + password + hash === "";
}

/** A secret of Standard Webhooks: 24 to 64 random bytes in base64. */
function isWebhookSecret(value: string): boolean {
  const [, key] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const { length } = Buffer.from(key ?? "", "base64");
  return length >= 24 && length <= 64;
}

/** Up to `max` different values. */
function listOf(
  isValue: (value: string) => boolean,
  max: number,
  message: string,
  separator = /\s+/,
) {
  const isList = (values: readonly string[]) => values.length <= max && values.every(isValue);
  const split = (value: string) => [...new Set(value.split(separator).filter(Boolean))];
  return optional(z.string().transform(split).refine(isList, message));
}

const schema = z.object({
  DATABASE_URL: z
    .string("must be set; `npm start` sets it to the embedded database")
    .refine(
      isPostgresAddress,
      "must be an address such as postgresql://user:password@host:5432/name",
    ),
  // Used by the launcher and the database commands, and only checked here. The server never gets it.
  DATABASE_URL_OWNER: optional(
    z
      .string()
      .refine(
        isPostgresAddress,
        "must be an address such as postgresql://owner:password@host:5432/name",
      ),
  ),
  EMBEDDED_DATABASE: optional(z.enum(["on", "off"], "must be on or off")).transform(
    (value) => value ?? "on",
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
  MAP_PMTILES: optional(
    z
      .string()
      .refine(
        (value) => (isHttpAddress(value) || /^\/[^/]/.test(value)) && value.endsWith(".pmtiles"),
        "must be an address such as https://maps.example.org/pakistan.pmtiles",
      ),
  ),
  MAP_IMAGERY_URL: optional(
    z
      .string()
      .refine(
        isImagery,
        "must be an address such as https://tiles.example.org/{z}/{x}/{y}.jpg, and after a space whose images they are",
      ),
  ),
  AUTH_SECRET: optional(
    z
      .string()
      .min(32, "must have at least 32 characters; create one with `openssl rand -base64 48`"),
  ),
  BOOTSTRAP_ADMIN_EMAIL: optional(Mailbox),
  BOOTSTRAP_ADMIN_PASSWORD: optional(
    z.string().min(MIN_PASSWORD, `must have at least ${MIN_PASSWORD} characters`),
  ),
  BOOTSTRAP_ADMIN_PASSWORD_FILE: optional(z.string()),
  TRUST_PROXY: optional(z.enum(["true", "false"], "must be true or false")).transform(
    (value) => value === "true",
  ),
  ADMIN_TWO_FACTOR: optional(z.enum(["true", "false"], "must be true or false")).transform(
    (value) => value === "true",
  ),
  REVIEW_REQUIRED: optional(
    z.enum(REVIEW_LEVELS, `must be one of ${REVIEW_LEVELS.join(", ")}`),
  ).transform((value) => value ?? "off"),
  READS_PER_MINUTE: perMinute(1_200),
  WRITES_PER_MINUTE: perMinute(120),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`)).transform(
    (value) => value ?? "info",
  ),
  METRICS_TOKEN: optional(
    z
      .string()
      .min(16, "must have at least 16 characters; create one with `openssl rand -base64 24`"),
  ),
  CONTACT: listOf(
    isContact,
    2,
    "must be an address such as mailto:data@example.org or https://example.org/corrections, and after a space another one for reports of vulnerabilities",
  ),
  OPERATOR: line(200),
  FUNDING: line(1000),
  SMTP_URL: optional(
    z
      .string()
      .refine(
        isSmtpAddress,
        "must be an address such as smtp://user:password@mail.example.org:587",
      ),
  ),
  MAIL_FROM: optional(
    z
      .string()
      .max(300, "must have at most 300 characters")
      .refine(
        isSender,
        "must be an address such as tracker@example.org or Tracker <tracker@example.org>",
      ),
  ),
  WEBHOOK_URLS: listOf(
    isWebhookAddress,
    10,
    "must be up to 10 addresses such as https://example.org/hook, separated by spaces; http only for localhost",
  ),
  WEBHOOK_SECRET: listOf(
    isWebhookSecret,
    2,
    'must be whsec_ and 24 to 64 bytes in base64, and after a space the one before; create one with `echo "whsec_$(openssl rand -base64 32)"`',
  ),
  WATCH_FEEDS: listOf(
    isFeedAddress,
    50,
    "must be up to 50 addresses of RSS or Atom feeds such as https://example.org/feed, separated by spaces or commas; a comma inside one is written %2C",
    /[\s,]+/,
  ),
});

/** What settings need besides themselves. The links in mails and messages lead to `BASE_URL`. */
const NEEDS = {
  SMTP_URL: ["MAIL_FROM", "BASE_URL"],
  WEBHOOK_URLS: ["WEBHOOK_SECRET", "BASE_URL"],
} as const;

const checked = schema.superRefine((settings, context) => {
  for (const by of ["SMTP_URL", "WEBHOOK_URLS"] as const) {
    const missing = NEEDS[by].filter((name) => !settings[name]);
    for (const name of settings[by] === undefined ? [] : missing) {
      context.addIssue({ code: "custom", path: [name], message: `must be set with ${by}` });
    }
  }
});

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

/**
 * The checked settings. `BASE_URL` has no trailing slash; `PORT` is 0 to 65535;
 * `READS_PER_MINUTE` and `WRITES_PER_MINUTE` 0: no limit.
 */
type Env = z.output<typeof schema>;

/** Thrown for invalid settings. The message is for the person who runs the tracker. */
class BadEnvironmentError extends Error {
  readonly code = "bad-environment";
}

/**
 * Reads the settings from environment variables.
 * @throws BadEnvironmentError that names all invalid variables and their errors
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = checked.safeParse(variables);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new BadEnvironmentError(`Invalid settings: ${issues.join("; ")}.`);
}

/**
 * The secret that signs sessions. The server needs it, database scripts do not.
 * @throws BadEnvironmentError if it is unset
 */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET !== undefined) return AUTH_SECRET;
  throw new BadEnvironmentError(
    "Invalid settings: AUTH_SECRET must be set to the same value on every instance. Create one with `openssl rand -base64 48`. With the embedded database, `npm start` creates and stores one.",
  );
}

/**
 * The settings of this process. They are read on first use, because a build imports every module and
 * has no database.
 * @throws BadEnvironmentError
 */
export function env(): Env {
  return processSingleton("env", () => parseEnv(process.env));
}

/** Ends the process with a message if the settings are invalid. */
export function requireEnv(): void {
  try {
    authSecret();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "bad-environment")) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
