import net from "node:net";

/** A proxy between the server and PostgreSQL that can stop passing bytes on. */
export interface TcpProxy {
  /** The database's address through the proxy. */
  readonly url: string;
  /** Bytes stop in both directions, and connections stay open: a frozen host or a broken network. */
  freeze(): void;
  /** Bytes pass again, those that were held too. */
  thaw(): void;
  close(): Promise<void>;
}

/**
 * Starts a proxy to a database.
 * @param url the database's own address
 * @param dropNotifications swallows PostgreSQL's notifications, as a pooler in transaction mode does
 */
export async function startTcpProxy(
  url: string,
  { dropNotifications = false }: { dropNotifications?: boolean } = {},
): Promise<TcpProxy> {
  const target = new URL(url);
  const sockets = new Set<net.Socket>();
  let frozen = false;
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname.replace(/^\[|\]$/g, ""));
    const filter = dropNotifications ? notificationFilter() : (chunk: Buffer) => chunk;
    near.on("data", (chunk) => far.write(chunk));
    far.on("data", (chunk) => near.write(filter(chunk)));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      if (frozen) socket.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(address.port);
  return {
    url: through.href,
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Takes the messages of type A, NotificationResponse, out of what PostgreSQL sends. */
function notificationFilter(): (chunk: Buffer) => Buffer {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const kept: Buffer[] = [];
    while (rest.length >= 5) {
      const size = 1 + rest.readUInt32BE(1);
      if (rest.length < size) break;
      if (rest[0] !== 0x41) kept.push(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
    return Buffer.concat(kept);
  };
}
