// @vitest-environment happy-dom
import { act, type ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EvidencePopover } from "@/components/evidence/evidence-popover";
import { SessionMenu } from "@/components/layout/header-controls";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { englishText } from "@/lib/text/english-text";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("next/navigation", () => ({
  usePathname: () => "/coverage",
  useSearchParams: () => new URLSearchParams(),
}));

vi.mock("@/components/ui/dialog", () => ({
  Dialog: ({ title, children }: { title: string; children: ReactNode }) => (
    <div role="dialog">
      {title}
      {children}
    </div>
  ),
}));

const { t } = englishText;
const fetched = vi.fn();
let page: MountedPage;

/** Waits until a part that loads on its first use is there. */
const appears = (selector: string, text = "") =>
  vi.waitFor(
    async () => {
      await act(() => new Promise((done) => setTimeout(done, 10)));
      expect(page.get(selector).textContent).toContain(text);
    },
    { timeout: 20_000 },
  );

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

describe("the session in the header", () => {
  test("asks nothing for a visitor", () => {
    page = mount(<SessionMenu cookieSeen={false} />);
    expect(page.get("a").getAttribute("href")).toBe("/sign-in?next=%2Fcoverage");
    expect(fetched).not.toHaveBeenCalled();
  });

  test("leads to the account while the server is asked if the reader is signed in", async () => {
    fetched.mockResolvedValue(
      Response.json({ user: { id: "asma", name: "Asma", role: "analyst" } }),
    );
    page = mount(<SessionMenu cookieSeen />);
    expect(page.get("a").getAttribute("href")).toBe("/account");
    await appears("nav[popover]");
    expect(page.get("nav[popover]").textContent).toContain("Asma");
  });

  test("offers to sign in where nobody is signed in any more", async () => {
    fetched.mockResolvedValue(Response.json(null));
    page = mount(<SessionMenu cookieSeen />);
    await appears("a[href^='/sign-in']");
  });
});

describe("the popover with the evidence of a value", () => {
  const showPopover = vi.fn();

  beforeEach(() => {
    showPopover.mockReset();
    Object.assign(HTMLElement.prototype, { showPopover, hidePopover: vi.fn() });
  });

  const open = (href: string) => {
    page = mount(
      <>
        <a id="value" href={href}>
          600 MW
        </a>
        <article id="ledger-electricity">
          <h3>
            Electricity <span>resolved</span>
          </h3>
          <p id="inside">The source.</p>
        </article>
        <EvidencePopover />
      </>,
    );
    const press = new MouseEvent("click", { bubbles: true, cancelable: true });
    act(() => {
      page.get("#value").dispatchEvent(press);
    });
    return press;
  };

  test("is not there before a value is pressed", () => {
    page = mount(<EvidencePopover />);
    expect(page.element.innerHTML).toBe("");
  });

  test("shows a copy of the entry on the page, without ids", async () => {
    expect(open("#ledger-electricity").defaultPrevented).toBe(true);
    await appears("[role=dialog] p");
    const panel = page.get("[role=dialog]");
    expect(showPopover).toHaveBeenCalledOnce();
    expect(panel.getAttribute("aria-label")).toContain("Electricity");
    expect(panel.textContent).toContain("The source.");
    expect(panel.querySelector("#inside")).toBeNull();
    expect(document.activeElement).toBe(panel);
  });

  test("shows the entry of another page", async () => {
    fetched.mockResolvedValue(
      new Response('<article id="ledger-gas"><h3>Gas </h3><p>From its own page.</p></article>'),
    );
    vi.spyOn(HTMLElement.prototype, "matches").mockReturnValue(true);
    const { origin } = window.location;
    expect(open(`${origin}/zones/dhabeji-sez#ledger-gas`).defaultPrevented).toBe(true);
    await appears("[role=dialog]", "From its own");
    expect(fetched).toHaveBeenCalledWith("/zones/dhabeji-sez/evidence?of=gas");
    vi.restoreAllMocks();
  });

  test("leaves a link whose entry is nowhere to the browser", () => {
    expect(open("/sources/x#ledger-gas").defaultPrevented).toBe(false);
  });
});

describe("the dialog to sign in again", () => {
  test("opens when the session has ended, and closes before the form goes on", async () => {
    const calls: string[] = [];
    const dialog = (open: boolean) => (
      <SignInAgain
        open={open}
        email="asma@example.org"
        onClose={() => calls.push("close")}
        onSignedIn={() => calls.push("signed in")}
      />
    );
    page = mount(dialog(false));
    expect(document.querySelector("[role=dialog]")).toBeNull();
    page.unmount();
    page = mount(dialog(true));
    await appears("[role=dialog] input");
    fetched.mockResolvedValue(Response.json({}));
    page.type("[role=dialog] input", "correct horse");
    await page.submit("[role=dialog] form");
    expect(calls).toEqual(["close", "signed in"]);
    expect(document.body.textContent).toContain(t("layout.signInAgain.title"));
  });
});
