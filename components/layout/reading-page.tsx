import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";

/** A page that scrolls: its `<main id="main">` at reading width, then the footer. The explorer, which fills the screen, does without. */
export function ReadingPage({ children }: { children: ReactNode }) {
  return (
    <>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1360px] px-4 pt-6 pb-18 outline-none sm:px-8"
      >
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
