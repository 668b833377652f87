import { startTemporaryDatabase } from "../../../scripts/lib/embedded-postgres.mjs";
import { migrate } from "../../../scripts/lib/migrate.mjs";
import { runTypeScript } from "../../../scripts/lib/run-command.mjs";
import { type AppServer, startAppServer } from "../../support/app-server";
import { AUTH_SECRET } from "../../support/auth-secret.mjs";

/** A tracker that one test has for itself, with the whole data set. */
export interface OwnTracker {
  /** As the servers connect to the database. */
  readonly databaseUrl: string;
  /** Starts a server on the database. @param settings beside those of every server, from its address */
  readonly serve: (settings?: (address: string) => Record<string, string>) => Promise<AppServer>;
  /** Stops the servers, and removes the database. */
  readonly stop: () => Promise<void>;
}

/** Makes a database with the data set, on a PostgreSQL of its own, for a test that starts from the same state each time. */
export async function startOwnTracker(purpose: string): Promise<OwnTracker> {
  const database = await startTemporaryDatabase(purpose);
  const servers: AppServer[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.stop();
  };
  try {
    await migrate(database.ownerUrl, { servingUrl: database.url });
    const env = { DATABASE_URL: database.url, LOG_LEVEL: "warn", BASE_URL: "" };
    if ((await runTypeScript("seed/load.ts", { env })) !== 0) {
      throw new Error("The data set could not be loaded.");
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    databaseUrl: database.url,
    serve: async (settings = () => ({})) => {
      const server = await startAppServer((address) => ({
        ...{ DATABASE_URL: database.url, AUTH_SECRET, ...settings(address) },
      }));
      servers.push(server);
      return server;
    },
    stop,
  };
}
