import { cookies } from "next/headers";
import Link from "next/link";
import { SESSION_COOKIES } from "@/lib/contract/session-cookie";
import { BrandMark } from "./brand";
import { SessionMenu } from "./session-menu";
import { SiteNav } from "./site-nav";
import { ThemeToggle } from "./theme-toggle";

/** Head of every page: brand, navigation, theme, who is signed in. */
export async function SiteHeader() {
  const jar = await cookies();
  return (
    <header className="no-print flex h-(--header) flex-none items-center gap-6 border-line border-b bg-paper pr-2 pl-4 sm:px-5">
      <Link
        href="/"
        className="flex flex-none items-center gap-2.25 font-semibold font-serif text-[1rem] leading-none tracking-[-0.01em]"
      >
        <BrandMark />
        CPEC SEZ Tracker
      </Link>
      <div className="ml-auto flex flex-row-reverse items-center sm:ml-0 sm:h-full sm:flex-1 sm:flex-row sm:gap-4">
        <SiteNav />
        <div className="sm:ml-auto">
          <ThemeToggle />
        </div>
        <SessionMenu cookieSeen={SESSION_COOKIES.some((name) => jar.has(name))} />
      </div>
    </header>
  );
}
