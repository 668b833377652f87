import "server-only";
import { listTouchedSince } from "@/lib/evidence/touched-zones";
import { log } from "../log/log";
import { processSingleton } from "../process-singleton";
import { registryStore, type StoreState } from "./store";

/** Interval of comments that keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** Most open streams, so that readers who never leave cannot exhaust the process. */
const MAX_STREAMS = 2_000;
/** Most of one client. */
export const STREAMS_PER_CLIENT = 20;

/** Messages that may wait for a reader. One who does not read gets no more, so that they take no memory. */
const MAX_UNREAD = 32;

/** The open streams: the functions that close them, with the client of each. */
function getOpenStreams(): Map<() => void, string> {
  return processSingleton("open-streams", () => new Map());
}

/** The number of open streams. */
export function countOpenStreams(): number {
  return getOpenStreams().size;
}

/** Why a client cannot open one more stream: too many in all, or too many of this client. Null: it can. */
export function findStreamLimit(client: string): "all" | "own" | null {
  const streams = getOpenStreams();
  if (streams.size >= MAX_STREAMS) return "all";
  const own = [...streams.values()].filter((other) => other === client).length;
  return own >= STREAMS_PER_CLIENT ? "own" : null;
}

/** Closes all streams, so that the server can stop. Browsers reconnect by themselves, to any instance. */
export function closeStreams(): void {
  for (const close of getOpenStreams().keys()) close();
}

/**
 * The stream of revisions as server-sent events: `version` at once and after each change, with the zones
 * that changed (at first since the revision that the reader has; null: perhaps all of them), and `database` with
 * `away` or `back` when the database goes away or returns. Ends when the reader leaves or no longer
 * reads, or the server stops.
 * @param since the revision that the reader has; 0: none
 * @param client for whom the stream counts, as `getClientNetwork` names it
 */
export function revisionStream(
  signal: AbortSignal,
  since: number,
  client: string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) < -MAX_UNREAD) {
          close();
          return;
        }
        try {
          controller.enqueue(encoder.encode(text));
        } catch (error) {
          log.debug("The reader of a stream left", { error });
          close();
        }
      };
      const store = registryStore();
      const sendRevision = (
        { revision: version, identity }: StoreState,
        zones: readonly string[] | null,
      ) => {
        const data = JSON.stringify({ version, identity, zones });
        send(`id: ${version}\nevent: version\ndata: ${data}\n\n`);
      };
      const sendState = (listening: boolean) =>
        send(`event: database\ndata: ${JSON.stringify(listening ? "back" : "away")}\n\n`);
      const unfollow = store.follow({ revision: sendRevision, listening: sendState });
      const heartbeat = setInterval(() => send(": beat\n\n"), HEARTBEAT_MS);
      heartbeat.unref();
      let open = true;
      close = () => {
        if (!open) return;
        open = false;
        clearInterval(heartbeat);
        unfollow();
        getOpenStreams().delete(close);
        signal.removeEventListener("abort", close);
        try {
          controller.close();
        } catch (error) {
          log.debug("A stream was already closed", { error });
        }
      };
      getOpenStreams().set(close, client);
      signal.addEventListener("abort", close);
      send("retry: 2000\n\n");
      const { facts } = store.present ?? {};
      sendRevision(store, facts && since > 0 ? listTouchedSince(since, facts) : null);
      if (!store.listening) sendState(false);
      if (signal.aborted) close();
    },
    cancel: () => close(),
  });
}
