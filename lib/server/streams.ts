import "server-only";
import { log } from "./log";
import { processSingleton } from "./process-singleton";
import { registryStore } from "./store";

/** Comments sent so often keep proxies from cutting a quiet stream. */
const BEAT_MS = 15_000;
/** Streams beyond this many are refused, so that readers who never leave cannot use up the process. */
const MOST_STREAMS = 2_000;

/** The open streams; each function closes one. */
function openStreams(): Set<() => void> {
  return processSingleton("open-streams", () => new Set());
}

/** Can one more stream be opened? */
export function hasRoomForStream(): boolean {
  return openStreams().size < MOST_STREAMS;
}

/** Closes every stream, so that the server can end. Browsers come back by themselves, to any instance. */
export function closeStreams(): void {
  for (const close of openStreams()) close();
}

/**
 * The stream of versions as server-sent events: `version` at once and whenever it moves, with the zones
 * that changed (null at first: not known to have changed or not), and `database` with `away` or `back`
 * as the database goes and comes. Ends when the reader leaves or the server stops.
 */
export function versionStream(signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch (error) {
          log.debug("A stream's reader left", { error });
          close();
        }
      };
      const store = registryStore();
      const sendVersion = (version: number, zones: readonly string[] | null) =>
        send(`id: ${version}\nevent: version\ndata: ${JSON.stringify({ version, zones })}\n\n`);
      const sendState = (listening: boolean) =>
        send(`event: database\ndata: ${JSON.stringify(listening ? "back" : "away")}\n\n`);
      const unfollow = store.follow({ version: sendVersion, listening: sendState });
      const beat = setInterval(() => send(": beat\n\n"), BEAT_MS);
      beat.unref();
      let open = true;
      close = () => {
        if (!open) return;
        open = false;
        clearInterval(beat);
        unfollow();
        openStreams().delete(close);
        signal.removeEventListener("abort", close);
        try {
          controller.close();
        } catch (error) {
          log.debug("A stream was closed already", { error });
        }
      };
      openStreams().add(close);
      signal.addEventListener("abort", close);
      send("retry: 2000\n\n");
      sendVersion(store.version, null);
      if (!store.listening) sendState(false);
    },
    cancel: () => close(),
  });
}
