// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { OwnSessions, TwoFactor } from "@/components/features/account/own-account";
import { SignInForm } from "@/components/features/account/sign-in-form";
import { englishText } from "@/lib/text/english-text";
import { type MountedPage, mount } from "@/tests/support/mount";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const { t } = englishText;
/** Answers of the server by the end of the address. */
let answers: Record<string, { status?: number; body: unknown }>;
let page: MountedPage;

beforeEach(() => {
  answers = {};
  vi.stubGlobal(
    "fetch",
    vi.fn(async (address: string) => {
      const found = Object.entries(answers).find(([end]) => address.endsWith(end));
      return Response.json(found?.[1].body ?? {}, { status: found?.[1].status ?? 200 });
    }),
  );
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

describe("the sign-in with a code", () => {
  const enterPassword = async () => {
    answers["/sign-in/email"] = { body: { twoFactorRedirect: true } };
    page = mount(<SignInForm next="/admin" />);
    page.type("[name=email]", "asma@example.org");
    page.type("[name=password]", "correct horse");
    await page.submit();
  };

  test("can go back to the password, with the focus in its first field", async () => {
    await enterPassword();
    answers["/verify-totp"] = { status: 401, body: { code: "INVALID_TWO_FACTOR_COOKIE" } };
    page.type("[name=code]", "123456");
    await page.submit();
    expect(page.get("[role=alert]").textContent).toBe(t("errors.session.codeEnded"));
    await page.click(page.button(t("account.signIn.restart")));
    expect(document.activeElement).toBe(page.get("[name=email]"));
    expect(page.element.querySelector("[role=alert]")).toBeNull();
    expect(page.element.querySelector("[name=code]")).toBeNull();
  });

  test("offers no way back before the password was accepted", () => {
    page = mount(<SignInForm next="/admin" />);
    expect(() => page.button(t("account.signIn.restart"))).toThrow();
  });
});

describe("two-step sign-in", () => {
  test("moves the focus to the code once the secret is shown, and to the state once it is on", async () => {
    answers["/two-factor/enable"] = {
      body: { totpURI: "otpauth://totp/x?secret=ABC", backupCodes: ["a-1"] },
    };
    page = mount(<TwoFactor on={false} />);
    page.type("[name=password]", "correct horse");
    page.get("[name=password]").focus();
    await page.submit();
    expect(document.activeElement).toBe(page.get("[name=code]"));
    page.type("[name=code]", "123456");
    await page.submit();
    expect(document.activeElement?.textContent).toBe(t("account.twoFactor.off"));
    expect(document.activeElement).toBe(page.get("[data-state]"));
  });

  test("is turned off with the password and a code of the app or a recovery code", async () => {
    answers["/two-factor/disable"] = { status: 401, body: { code: "INVALID_BACKUP_CODE" } };
    page = mount(<TwoFactor on />);
    page.type("[name=password]", "correct horse");
    page.type("[name=code]", "abcde-fghij");
    await page.click(page.button(t("account.twoFactor.stop")));
    expect(document.activeElement).toBe(page.get("[name=code][aria-invalid=true]"));
    expect(page.element.textContent).toContain(t("errors.session.wrongCode"));
  });

  test("keeps the focus in the field while the code is wrong", async () => {
    answers["/two-factor/enable"] = { body: { totpURI: "otpauth://totp/x?secret=ABC" } };
    answers["/verify-totp"] = { status: 401, body: { code: "INVALID_CODE" } };
    page = mount(<TwoFactor on={false} />);
    page.type("[name=password]", "correct horse");
    await page.submit();
    page.type("[name=code]", "123456");
    await page.submit();
    expect(document.activeElement).toBe(page.get("[name=code][aria-invalid=true]"));
  });
});

describe("one's own sessions", () => {
  const sessions = ["a", "b", "c"].map((id) => ({
    id,
    since: "2026-11-25T08:00:00Z",
    address: null,
    here: id === "a",
  }));

  test("keep the focus in the list once a session has ended", async () => {
    const end = vi.fn(async () => ({ ok: true, value: 1 }) as const);
    page = mount(<OwnSessions sessions={sessions} end={end} endOthers={end} />);
    const [button] = page.element.querySelectorAll<HTMLButtonElement>("li button");
    button?.focus();
    if (button) await page.click(button);
    expect(end).toHaveBeenCalledWith("b");
    expect(document.activeElement).toBe(page.get("ul"));
  });

  test("leave the focus on the button where the session did not end", async () => {
    const end = vi.fn(
      async () => ({ ok: false, issues: [], message: "No.", signedOut: false }) as const,
    );
    page = mount(<OwnSessions sessions={sessions} end={end} endOthers={end} />);
    const [button] = page.element.querySelectorAll<HTMLButtonElement>("li button");
    button?.focus();
    if (button) await page.click(button);
    expect(page.get("[role=alert]").textContent).toBe("No.");
    expect(document.activeElement).toBe(button);
  });
});
