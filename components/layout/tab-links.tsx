import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { usePlainText } from "@/lib/text/use-plain-text";

interface TabLinksProps {
  /** Names the group for screen readers. */
  label: string;
  /** `count`: what is in it; absent: not counted. */
  tabs: readonly {
    readonly href: string;
    readonly label: string;
    readonly current: boolean;
    readonly count?: number | undefined;
  }[];
}

/** The parts of a page as links beside each other, so that each has an address. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const { number } = usePlainText();
  return (
    <nav aria-label={label} className="-ms-2.5 mb-5 flex flex-wrap gap-1">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href as Route}
          prefetch={false}
          aria-current={tab.current ? "page" : undefined}
          className="rounded-2 px-2.5 py-1 text-ink-2 hover:bg-paper-2 hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent pointer-coarse:py-2.5"
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="tabular ms-1.5 font-normal text-12">{number(tab.count)}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
