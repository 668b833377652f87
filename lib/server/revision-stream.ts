import "server-only";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { registryStore, type StoreState } from "./store";

/** Interval of comments that keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000;
/** Most open streams, so that readers who never leave cannot exhaust the process. */
const MAX_STREAMS = 2_000;

/** The open streams, each as a function that closes it. */
function getOpenStreams(): Set<() => void> {
  return processSingleton("open-streams", () => new Set());
}

/** The number of open streams. */
export function countOpenStreams(): number {
  return getOpenStreams().size;
}

/** Can one more stream be opened? */
export function hasRoomForStream(): boolean {
  return getOpenStreams().size < MAX_STREAMS;
}

/** Closes all streams, so that the server can stop. Browsers reconnect by themselves, to any instance. */
export function closeStreams(): void {
  for (const close of getOpenStreams()) close();
}

/**
 * The stream of revisions as server-sent events: `version` at once and after each change, with the zones
 * that changed (null at first, and where the revisions are others than before), and `database` with `away` or `back` when the database goes
 * away or returns. Ends when the reader leaves or the server stops.
 */
export function revisionStream(signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => {
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
      getOpenStreams().add(close);
      signal.addEventListener("abort", close);
      send("retry: 2000\n\n");
      sendRevision(store, null);
      if (!store.listening) sendState(false);
    },
    cancel: () => close(),
  });
}
