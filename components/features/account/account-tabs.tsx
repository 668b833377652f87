import { TabLinks } from "@/components/layout/tab-links";
import { type Act, may, type Role } from "@/lib/catalogue/roles";
import { usePlainText } from "@/lib/text/use-plain-text";

/** The pages of an account with what opens them; null: everybody who is signed in. */
const PAGES = {
  account: { href: "/account", act: null },
  tokens: { href: "/admin/tokens", act: "make-tokens" },
  people: { href: "/admin/people", act: "manage-people" },
} as const satisfies Record<string, { href: string; act: Act | null }>;
type Page = keyof typeof PAGES;

/** The account, its tokens and, for admins, the people, beside each other. Nothing where there is only the account. */
export function AccountTabs({ role, current }: { role: Role; current: Page }) {
  const { t } = usePlainText();
  const pages = (Object.keys(PAGES) as Page[]).filter((page) => {
    const { act } = PAGES[page];
    return act === null || may(role, act);
  });
  if (pages.length === 1) return null;
  return (
    <TabLinks
      label={t("account.tabs.label")}
      tabs={pages.map((page) => ({
        href: PAGES[page].href,
        label: t(`account.tabs.${page}`),
        current: page === current,
      }))}
    />
  );
}
