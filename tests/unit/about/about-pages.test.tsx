import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AboutPage } from "@/components/features/about/about-page";
import { AccessibilityPage } from "@/components/features/about/accessibility-page";
import { ContactPage } from "@/components/features/about/contact-page";
import { PrivacyPage } from "@/components/features/about/privacy-page";
import { THEME_COOKIE } from "@/components/layout/theme";
import { COOKIE_PREFIXES, SESSION_COOKIES } from "@/lib/contract/sign-in";
import { WithText } from "../../support/with-text";

const render = (page: React.ReactNode) => renderToStaticMarkup(<WithText>{page}</WithText>);

const about = (settings: { operator: string; funding: string | null }) =>
  render(<AboutPage zones={51} reports={1597} sources={262} {...settings} />);

const privacy = (changed: Partial<ComponentProps<typeof PrivacyPage>> = {}) =>
  render(
    <PrivacyPage
      mapHosts={[]}
      failureDays={30}
      operator="Nobody is named."
      hasContact={false}
      sendsMail={false}
      {...changed}
    />,
  );

describe("the pages about the site", () => {
  test("name who runs and pays for it, where the settings say so", () => {
    const named = about({ operator: "Run by an institute.", funding: "A grant of 2026." });
    expect(named).toContain("Run by an institute.");
    expect(named).toContain("A grant of 2026.");
    const bare = about({ operator: "Nobody is named.", funding: null });
    expect(bare).toContain("Nobody is named.");
    expect(bare).not.toContain("Funding");
    expect(bare).toContain("51 zones with 1,597 reports from 262 sources");
  });

  test("link the contact of the settings, or the form of corrections alone", () => {
    const named = render(
      <ContactPage contact="mailto:data@example.org" security="https://example.org/security" />,
    );
    expect(named).toContain('href="mailto:data@example.org">data@example.org</a>');
    expect(named).toContain('href="https://example.org/security"');
    const bare = render(<ContactPage contact={null} security={null} />);
    expect(bare).toContain('href="/correct"');
    expect(bare).not.toContain('id="address"');
    expect(bare).not.toContain('id="security"');
    const half = render(<ContactPage contact="mailto:data@example.org" security={null} />);
    expect(half).toContain("data@example.org");
    expect(half).toContain("names no contact for security reports");
    expect(render(<AccessibilityPage contact={null} />)).toContain('href="/correct"');
    expect(render(<AccessibilityPage contact="mailto:a@example.org" />)).toContain(
      'href="mailto:a@example.org"',
    );
  });

  test("the privacy page says what is kept for e-mails only where they can be asked for", () => {
    const withMail = privacy({ sendsMail: true });
    expect(withMail).toContain("deleted after 2 days");
    expect(withMail).toContain("Your e-mail address is optional");
    expect(privacy()).not.toContain("If you ask for e-mails");
    expect(privacy()).not.toContain("Your e-mail address is optional");
  });

  test("the privacy page sends readers to the contact, or to the form where none is named", () => {
    expect(privacy({ hasContact: true })).toContain('href="/contact"');
    expect(privacy()).toContain('href="/correct"');
    expect(privacy()).not.toContain('href="/contact"');
  });

  test("the privacy page has the days of the settings and the host of a map from elsewhere", () => {
    expect(privacy()).toContain("30 days after the last one");
    expect(privacy()).toContain("Your browser loads nothing from other sites.");
    const elsewhere = privacy({ mapHosts: ["maps.example.org", "tiles.example.org"] });
    expect(elsewhere).toContain("maps.example.org and tiles.example.org");
    expect(elsewhere).not.toContain("loads nothing from other sites");
  });

  test("the privacy page has the name of every cookie", () => {
    const prefixes = Object.values(COOKIE_PREFIXES).map((prefix) => `${prefix}.`);
    const names = SESSION_COOKIES.map((name) =>
      name.slice(prefixes.find((prefix) => name.startsWith(prefix))?.length),
    );
    for (const name of [THEME_COOKIE, ...names]) {
      expect(privacy()).toContain(`<code>${name}</code>`);
    }
  });
});
