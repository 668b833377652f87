"use client";

import { type ComponentType, lazy, Suspense, use, useEffect, useRef, useState } from "react";
import { useHydrated } from "./use-hydrated";
import { useLoaded } from "./use-lazy-component";

type Loader<P> = () => Promise<ComponentType<P>>;

const onServer = typeof window === "undefined";

/**
 * A component that is loaded where it is drawn: for what the first view does without. Until then its place is empty, and
 * the rest of the page answers. The server writes it too. `next/dynamic` would name its scripts in the page.
 */
export function lazyPart<P extends object>(loader: Loader<P>): ComponentType<P> {
  let loading: Promise<ComponentType<P>> | undefined;
  const load = () => {
    loading ??= loader();
    return loading;
  };
  const Lazy = lazy(async () => ({ default: await load() }));
  return (props: P) => {
    // The server waits for it outside of the boundary: what a boundary shows later is missing without scripts.
    const Part = onServer ? use(load()) : Lazy;
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** A component that is loaded where it is drawn, and that the server does not write. */
export function BrowserPart<P extends object>({
  loader,
  props,
}: {
  /** The same function every time. */
  loader: Loader<P>;
  props: P;
}) {
  const { part: Part, load } = useLoaded(loader);
  useEffect(load, [load]);
  return Part === null ? null : <Part {...props} />;
}

/** A component whose script is loaded late. */
interface Late<P> {
  readonly load: () => void;
  /** Ends once it is loaded. */
  readonly loading: Promise<ComponentType<P>>;
}

/** What `LatePart` draws. The server loads it at once. */
export function lateComponent<P extends object>(loader: Loader<P>): Late<P> {
  let load = () => {};
  const wanted = new Promise<void>((resolve) => {
    load = resolve;
  });
  if (onServer) load();
  return { load, loading: wanted.then(loader) };
}

/**
 * A component whose markup comes with the page, and whose script is loaded once the browser is idle: for controls that few
 * readers press at once. Until then the page keeps what the server wrote. There is no boundary around it: React moves the
 * content of a boundary in a long page to the page's end, from where only a script brings it back.
 */
export function LatePart<P extends object>({ of, props }: { of: Late<P>; props: P }) {
  const { load, loading } = of;
  const ServerPart = onServer ? use(loading) : null;
  const comesWithPage = !useHydrated();
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef(-1);
  const first = useRef(comesWithPage);
  useEffect(() => {
    if (first.current) whenIdle(load);
    else load();
    loading.then(
      (loaded) => {
        focused.current = listControls(place.current).findIndex((one) => one.matches(":focus"));
        setPart(() => loaded);
      },
      () => undefined,
    );
  }, [load, loading]);
  useEffect(() => {
    if (Part !== null) listControls(place.current)[focused.current]?.focus();
  }, [Part]);
  if (ServerPart !== null) {
    return (
      <div className="contents">
        <ServerPart {...props} />
      </div>
    );
  }
  return Part === null ? (
    <div ref={place} className="contents" {...KEPT} />
  ) : (
    <div key="loaded" ref={place} className="contents">
      <Part {...props} />
    </div>
  );
}

/** React leaves alone what the server wrote into an element with markup of its own. */
const KEPT = { suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: "" } };

function listControls(place: HTMLElement | null): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>("a, button, input") ?? [])];
}

/** The longest that a busy browser waits, in milliseconds. */
const MOST_MS = 2_000;

function whenIdle(callback: () => void): void {
  // Safari has no such call.
  if ("requestIdleCallback" in window) requestIdleCallback(callback, { timeout: MOST_MS });
  else setTimeout(callback, 200);
}
