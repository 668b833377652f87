import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** A hook in a component, for tests with `@vitest-environment happy-dom`. */
export interface RenderedHook<T> {
  /** What the hook returned last. */
  readonly current: T;
  /** Renders again, for a hook that reads something that changed. */
  rerender(): void;
  unmount(): void;
}

interface ProbeProps<T> {
  useHook: () => T;
  onResult: (result: T) => void;
  draw: (result: T) => ReactNode;
}

function Probe<T>({ useHook, onResult, draw }: ProbeProps<T>) {
  const result = useHook();
  onResult(result);
  return draw(result);
}

/**
 * Runs a hook as a component does: with effects, state and context.
 * @param wrap puts the providers around the component
 * @param draw what the component draws of the result; nothing by default
 */
export function renderHook<T>(
  useHook: () => T,
  wrap: (child: ReactNode) => ReactNode = (child) => child,
  draw: (result: T) => ReactNode = () => null,
): RenderedHook<T> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const results: T[] = [];
  const root = createRoot(document.createElement("div"));
  const rerender = () =>
    act(() =>
      root.render(
        wrap(<Probe useHook={useHook} onResult={(result) => results.push(result)} draw={draw} />),
      ),
    );
  rerender();
  return {
    get current() {
      const last = results.at(-1);
      if (last === undefined) throw new Error("The hook returned nothing.");
      return last;
    },
    rerender,
    unmount: () => act(() => root.unmount()),
  };
}
