import { cookies } from "next/headers";
import { Link } from "@/components/layout/link";
import { SESSION_COOKIES } from "@/lib/contract/sign-in";
import { useTranslate } from "@/lib/text/use-translate";
import { SessionMenu, SiteNav, ThemeToggle } from "./header-controls";
import { LanguageLinks } from "./language-links";
import { SearchBox } from "./search-box";

interface SiteHeaderProps {
  /** The page is in the site's language alone. */
  siteLanguageOnly?: boolean;
}

/** Head of every page: the link that skips it, brand, navigation, search, languages, theme, who is signed in. */
export async function SiteHeader({ siteLanguageOnly = false }: SiteHeaderProps) {
  const jar = await cookies();
  return (
    <>
      <SkipLink />
      <header className="no-print relative flex h-(--header) flex-none items-center gap-2 border-line border-b bg-paper ps-4 pe-2 sm:gap-4 sm:px-5 xl:gap-6">
        <Brand />
        {/* Narrower buttons leave room for the whole name at 360 px. */}
        <div className="ms-auto flex flex-none flex-row-reverse items-center max-sm:[&_.button-square]:w-9.5 sm:ms-0 sm:h-full sm:min-w-0 sm:flex-1 sm:flex-row sm:gap-4">
          <Navigation siteLanguageOnly={siteLanguageOnly} />
          <div className="sm:ms-auto">
            <SearchBox />
          </div>
          {siteLanguageOnly ? null : <Languages />}
          <ThemeToggle />
          <SessionMenu cookieSeen={SESSION_COOKIES.some((name) => jar.has(name))} />
        </div>
      </header>
    </>
  );
}

/** The words for the languages are filled here, so that browsers need not load them. */
function Navigation({ siteLanguageOnly }: SiteHeaderProps) {
  const t = useTranslate();
  return <SiteNav languages={siteLanguageOnly ? null : t("languages.choose")} />;
}

/** The other languages; on a narrow screen they are in the menu. */
function Languages() {
  const t = useTranslate();
  return (
    <LanguageLinks
      label={t("languages.choose")}
      className="hidden flex-none gap-3 text-ink-2 lg:flex"
      linkClass="flex min-h-6 items-center hover:text-accent"
    />
  );
}

/** First stop of the keyboard: skips the header and focuses the page's `<main id="main">`. */
function SkipLink() {
  const t = useTranslate();
  return (
    <a
      href="#main"
      className="skip-link sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:rounded-2 focus:bg-accent focus:px-3 focus:py-2 focus:font-semibold focus:text-accent-ink"
    >
      {t("pages.skip")}
    </a>
  );
}

/** The product's name with its mark: half solid, half hollow, as what is confirmed and what is unknown. */
function Brand() {
  const t = useTranslate();
  return (
    <Link
      href="/"
      prefetch={false}
      className="flex min-w-0 items-center gap-2.25 font-semibold font-serif text-15 [word-spacing:0.06em] sm:flex-none sm:text-[1rem]"
    >
      <svg viewBox="0 0 18 18" width={18} height={18} aria-hidden="true" className="flex-none">
        <path d="M1 3h7.5v12H1z" fill="currentColor" />
        <path d="M8.5 3.5H17v11H8.5z" fill="none" stroke="currentColor" />
      </svg>
      <span className="line-clamp-2 leading-tight">{t("layout.product")}</span>
    </Link>
  );
}
