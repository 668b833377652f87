/** The server of this test run: as the role that serves, as the one that owns the databases, and as the superuser. */
export interface TestDatabaseServer {
  url: string;
  ownerUrl: string;
  adminUrl: string;
}

const LOCAL = ["127.0.0.1", "localhost", "[::1]"];

/**
 * The address of another database on the same server.
 * @throws for a server that is not on this machine: tests drop what they connect to
 */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  if (!LOCAL.includes(address.hostname)) {
    throw new Error(`Tests refuse the database at ${address.hostname}: it is not local.`);
  }
  address.pathname = `/${database}`;
  return address.href;
}
