import { beforeEach, expect, test, vi } from "vitest";
import { databaseState } from "../../../lib/server/database/db";
import { readHealth } from "../../../lib/server/http/health";

process.env.DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:9/tracker";
process.env.LOG_LEVEL = "error";
// Vite sets it.
process.env.BASE_URL = "";

const { store, views, singletons, warn } = vi.hoisted(() => ({
  warn: vi.fn(),
  store: {
    ...{ listening: true, staleSeconds: 1, readOnly: false, revision: 3, identity: "a" },
    hearsNews: true,
    canChangeLedger: false,
  },
  views: [] as { readonly show: () => void; readonly fail: (error: Error) => void }[],
  singletons: new Map<string, unknown>(),
}));

vi.mock("../../../lib/server/process-singleton", () => ({
  processSingleton: <T>(name: string, make: () => T) => {
    if (!singletons.has(name)) singletons.set(name, make());
    return singletons.get(name);
  },
}));
vi.mock("../../../lib/server/log/log", () => ({ log: { warn, debug: () => {} } }));
vi.mock("../../../lib/server/registry/store", () => ({ registryStore: () => store }));
vi.mock("../../../lib/server/registry/registry-at", () => ({
  currentView: () =>
    new Promise<void>((show, fail) => {
      views.push({ show: () => show(), fail });
    }),
}));

beforeEach(() => {
  singletons.clear();
  views.length = 0;
  warn.mockClear();
});

test("a server is loading until the first registry can be shown, also when the ledger is read already", async () => {
  expect((await readHealth()).status).toBe("loading");
  const waiting = readHealth();
  views[0]?.show();
  expect((await waiting).status).toBe("ready");
  expect(views).toHaveLength(1);
  expect((await readHealth()).status).toBe("ready");
  expect(views).toHaveLength(1);
});

test("a server whose registry could not be loaded has failed until another attempt succeeds", async () => {
  const first = readHealth();
  views[0]?.fail(new Error("The database is away."));
  expect((await first).status).toBe("failed");
  expect((await readHealth()).status).toBe("failed");
  const third = readHealth();
  expect(views).toHaveLength(2);
  views[1]?.show();
  expect((await third).status).toBe("ready");
});

test("the reason why the registry cannot be loaded is a warning once, and again where it is another", async () => {
  for (const reason of ["Away.", "Away.", "Slow.", "Slow."]) {
    const health = readHealth();
    views.at(-1)?.fail(new Error(reason));
    await health;
  }
  expect(warn.mock.calls.map(([, { error }]) => error.message)).toEqual(["Away.", "Slow."]);
});

/** The health of a server that has its first registry. */
async function readReadyHealth() {
  const health = readHealth();
  views.at(-1)?.show();
  return await health;
}

test("a refused change is told with its cause and age until something is recorded", async () => {
  await readReadyHealth();
  const now = vi.spyOn(Date, "now").mockReturnValue(1_000_000);
  databaseState().refused = { refusal: "disk-full", at: 1_000_000 };
  const full = { writes: "refused", refusal: "disk-full", database: "up" };
  expect(await readHealth()).toMatchObject({ ...full, refused_s: 0 });
  now.mockReturnValue(1_061_000);
  expect(await readHealth()).toMatchObject({ ...full, refused_s: 61 });
  databaseState().refused = null;
  expect(await readHealth()).toMatchObject({
    ...{ writes: "accepted", refusal: null, refused_s: null },
  });
  now.mockRestore();
});

test("what only the database can say is unknown while it is away", async () => {
  expect(await readReadyHealth()).toMatchObject({ database: "up", roles: "two" });
  store.listening = false;
  const away = { database: "away", writes: "refused", refusal: "away", roles: null };
  expect(await readHealth()).toMatchObject(away);
  store.listening = true;
});

test("writes are possible where notifications do not arrive, and the health says both", async () => {
  store.hearsNews = false;
  const health = { database: "up", writes: "accepted", listening: false };
  expect(await readReadyHealth()).toMatchObject(health);
  store.hearsNews = true;
});
