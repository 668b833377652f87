import type { ReactElement } from "react";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { headersFrom, newPerson, signInAs } from "../support/people";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";
import { testDatabase } from "../support/test-database";

const database = testDatabase("empty");

/** Headers of the request to the page under test. */
let requestHeaders = new Headers();
vi.mock("next/headers", () => ({ headers: async () => requestHeaders }));

let proxy: TcpProxy;
beforeAll(async () => {
  proxy = await startTcpProxy(database.url);
  process.env.DATABASE_URL = proxy.url;
  requestHeaders = headersFrom({ cookie: await signInAs(await newPerson("admin")) });
});
afterAll(async () => {
  const { registryStore } = await import("../../lib/server/registry/store");
  await registryStore().stop();
});

const openPages = async () => {
  const [account, signIn, setUp, setPassword] = await Promise.all([
    import("../../app/(site)/account/page"),
    import("../../app/(site)/sign-in/page"),
    import("../../app/(site)/set-up/page"),
    import("../../app/(site)/set-password/page"),
  ]);
  const props = { params: Promise.resolve({}), searchParams: Promise.resolve({ token: "secret" }) };
  return {
    account: () => account.default(),
    signIn: () => signIn.default(props),
    setUp: () => setUp.default(props),
    setPassword: () => setPassword.default(props),
  };
};

describe("while the database is away", () => {
  const isAway = async ({ type }: ReactElement) => {
    const { DatabaseAway } = await import("../../components/features/account/database-away");
    return type === DatabaseAway;
  };

  beforeAll(async () => {
    const pages = await openPages();
    expect(await isAway(await pages.account())).toBe(false);
    await proxy.close();
  });

  test.each(["account", "setUp", "setPassword"] as const)("the page %s says so", async (name) => {
    const pages = await openPages();
    expect(await isAway(await pages[name]())).toBe(true);
  });

  test("the page to sign in has its form, and the frame of the admin pages stays", async () => {
    const pages = await openPages();
    expect(await isAway(await pages.signIn())).toBe(false);
    const { default: AdminLayout } = await import("../../app/admin/layout");
    await expect(AdminLayout({ children: null })).resolves.toBeTruthy();
  });

  test("readers of claims have no rights, and a change from another site is refused as always", async () => {
    const { authoriseChange, findPerson } = await import("../../lib/server/accounts/session");
    expect(await findPerson(requestHeaders)).toBe("away");
    const { canRecord } = await import("../../lib/server/accounts/decision-rights");
    expect(await canRecord(requestHeaders)).toBe(false);
    const headers = new Headers(requestHeaders);
    headers.set("origin", "https://elsewhere.example");
    expect(await authoriseChange(headers, "record")).toEqual({
      forbidden: "foreign-origin",
      person: null,
    });
  });
});
