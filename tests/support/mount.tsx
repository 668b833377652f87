import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { WithText } from "./with-text";

/** A page with components on it, for tests with `@vitest-environment happy-dom`. */
export interface MountedPage {
  readonly element: HTMLElement;
  /** The only element with a selector. */
  get<E extends HTMLElement = HTMLElement>(selector: string): E;
  /** The button with a text. */
  button(text: string): HTMLButtonElement;
  click(element: HTMLElement): Promise<void>;
  /** Types into a field that React controls or leaves alone. */
  type(selector: string, value: string): void;
  submit(selector?: string): Promise<void>;
  unmount(): void;
}

/** What a press or an answer sets off, up to the next frame. */
async function settle(work: () => void): Promise<void> {
  await act(async () => {
    work();
    await new Promise((done) => setTimeout(done));
  });
  // Only now is drawn what changed.
  await act(async () => {
    await new Promise((done) => requestAnimationFrame(done));
  });
}

/** Puts components with the English messages on an empty page. */
export function mount(node: ReactNode): MountedPage {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const element = document.createElement("main");
  document.body.replaceChildren(element);
  const root = createRoot(element);
  act(() => root.render(<WithText>{node}</WithText>));
  const get = <E extends HTMLElement>(selector: string): E => {
    const found = document.body.querySelector<E>(selector);
    if (found === null) throw new Error(`Nothing matches ${selector}.`);
    return found;
  };
  return {
    element,
    get,
    button(text) {
      const found = [...document.body.querySelectorAll("button")].find(
        (button) => button.textContent === text,
      );
      if (found === undefined) throw new Error(`No button says ${text}.`);
      return found;
    },
    click: (target) => settle(() => target.click()),
    type(selector, value) {
      const field = get<HTMLInputElement>(selector);
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value") ?? {};
      act(() => {
        set?.call(field, value);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    },
    submit: (selector = "form") =>
      settle(() => {
        get<HTMLFormElement>(selector).requestSubmit();
      }),
    unmount: () => act(() => root.unmount()),
  };
}
