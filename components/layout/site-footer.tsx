import type { Route } from "next";
import Link from "next/link";

/** Foot of pages to read: licence of the data, boundary policy, what the score is not. */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-line border-t text-12 text-ink-3">
      <div className="mx-auto flex max-w-[1360px] flex-wrap gap-x-6 gap-y-1.5 px-4 py-5 sm:px-8">
        <p>
          Compiled data under{" "}
          <a className="link" href="https://creativecommons.org/licenses/by/4.0/" rel="license">
            CC BY 4.0
          </a>
        </p>
        <p>
          Boundaries are approximate and imply no endorsement.{" "}
          <Link className="link" href={"/method#boundaries" as Route}>
            Boundary note
          </Link>
        </p>
        <p className="sm:ml-auto">
          Readiness is the tracker's own model and no body's official score.
        </p>
      </div>
    </footer>
  );
}
