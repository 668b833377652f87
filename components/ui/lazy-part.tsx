"use client";

import {
  type ButtonHTMLAttributes,
  type ComponentType,
  cloneElement,
  lazy,
  type ReactElement,
  Suspense,
  use,
  useEffect,
} from "react";
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
  const { part: Part, load, failed } = useLoaded(loader);
  useEffect(load, [load]);
  // The page for errors offers to try again.
  if (failed) throw new Error("A part of the page could not be loaded");
  return Part === null ? null : <Part {...props} />;
}

/** A menu or a box that the first press of its button loads and opens: it must be open from the start. */
export function LazyPopup<P extends { trigger: ReactElement }>({
  loader,
  props,
}: {
  /** The same function every time. */
  loader: Loader<P>;
  props: P & { trigger: ReactElement<ButtonHTMLAttributes<HTMLButtonElement>> };
}) {
  const { part: Part, load } = useLoaded(loader);
  return Part === null ? cloneElement(props.trigger, { onClick: load }) : <Part {...props} />;
}
