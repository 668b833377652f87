import type { ReactNode } from "react";

/** A page that has only something to say: not found, failed. Title, what to do, ways out. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-[640px] flex-1 content-center px-4 py-14 outline-none"
    >
      <div aria-hidden="true" className="mb-6 h-2.5 w-40">
        <span className="band" style={{ "--lo": 0, "--hi": 72, "--h": "10px" }}>
          <span className="bar-possible" />
        </span>
      </div>
      <h1 className="mb-3 font-serif text-28 tracking-[-0.01em]">{title}</h1>
      <div className="prose">{children}</div>
    </main>
  );
}
