import { randomUUID } from "node:crypto";
import type { Cookie, Page } from "@playwright/test";
import { hashPassword } from "better-auth/crypto";
import pg from "pg";
import type { Role } from "../../../lib/catalogue/roles";

/** Somebody who can sign in. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Makes an account of a role in the database of the tracker under test, as its people page would. */
export async function makeAccount(role: Role, name = `Some ${role}`): Promise<Account> {
  const id = randomUUID();
  const account = {
    name,
    email: `${role}-${id.slice(0, 8)}@example.org`,
    password: "correct horse battery staple",
  };
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO "user" (id, name, email, email_verified, role, updated_at) VALUES ($1, $2, $3, true, $4, now())`,
      [id, name, account.email, role],
    );
    await client.query(
      `INSERT INTO account (id, account_id, provider_id, user_id, password, updated_at) VALUES ($1, $1, 'credential', $1, $2, now())`,
      [id, await hashPassword(account.password)],
    );
  } finally {
    await client.end();
  }
  return account;
}

/** Sessions by e-mail: each is begun once, since signing in is limited by address and all tests share one. */
const sessions = new Map<string, Cookie[]>();

/** Signs in, by the form the first time, and comes out at `next`. */
export async function signIn(page: Page, { email, password }: Account, next = "/"): Promise<void> {
  const known = sessions.get(email);
  if (known) {
    await page.context().addCookies(known);
    await page.goto(next);
    // A session that was ended meanwhile leads to the form.
    if (new URL(page.url()).pathname !== "/sign-in") return;
  }
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname === new URL(next, url).pathname);
  sessions.set(email, await page.context().cookies());
}
