import net from "node:net";

/** A server that accepts connections and never answers, as a firewall or a frozen machine does. */
export interface SilentServer {
  /** Of a PostgreSQL database there. */
  readonly url: string;
  /** Resolves at the next connection. */
  readonly nextConnection: () => Promise<void>;
  readonly close: () => void;
}

/** Starts such a server on a free port. */
export async function startSilentServer(): Promise<SilentServer> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `postgresql://tracker:secret@127.0.0.1:${port}/tracker`,
    nextConnection: () => new Promise((resolve) => server.once("connection", () => resolve())),
    close: () => server.close(),
  };
}
