"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { encode } from "uqr";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { formText, type Submission, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import {
  confirmTwoFactor,
  makeRecoveryCodes,
  type SessionOutcome,
  startTwoFactor,
  stopTwoFactor,
  type TwoFactorSecrets,
} from "@/lib/client/session";
import { useTranslate } from "@/lib/text/use-translate";

/** What the form does next. */
type Step = "start" | "confirm" | "stop" | "renew";

/** Turns two-step sign-in on and off, and makes new recovery codes. */
export function TwoFactor({ on }: { on: boolean }) {
  const t = useTranslate();
  const router = useRouter();
  const [secrets, setSecrets] = useState<TwoFactorSecrets | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<SessionOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);

  const first: Step = secrets ? "confirm" : on ? "renew" : "start";

  const run = async (step: Step, { data, form }: Submission): Promise<SessionOutcome> => {
    const password = formText(data, "password");
    if (step === "start") {
      const started = await startTwoFactor(t, password);
      if (!started.ok) return started;
      setSecrets(started.secrets);
      setCodes(started.secrets.recoveryCodes);
      focus("[name=code]");
    } else if (step === "renew") {
      const made = await makeRecoveryCodes(t, password);
      if (!made.ok) return made;
      setCodes(made.recoveryCodes);
    } else {
      const isOn = step === "confirm";
      const done = isOn
        ? await confirmTwoFactor(t, formText(data, "code"))
        : await stopTwoFactor(t, password, formText(data, "code"));
      if (!done.ok) return done;
      setSecrets(null);
      setCodes([]);
      toast(t(isOn ? "account.twoFactor.turnedOn" : "account.twoFactor.turnedOff"));
      // The field and the button that were used give way to others.
      focus("[data-state]");
      router.refresh();
    }
    form.reset();
    return { ok: true };
  };
  const submit = async (sent: Submission) => {
    setBusy(true);
    setOutcome(await run(sent.button === "stop" ? "stop" : first, sent));
    setBusy(false);
  };

  const fault = outcome && !outcome.ok ? outcome : null;
  return (
    <div ref={part} className="grid gap-4">
      <p data-state tabIndex={-1} className="outline-none">
        {t(on ? "account.twoFactor.on" : "account.twoFactor.off")}
      </p>
      {secrets ? <AppSecret address={secrets.address} /> : null}
      {codes.length > 0 ? <RecoveryCodes codes={codes} /> : null}
      <SubmittedForm
        answer={outcome}
        message={fault?.field === null ? fault.message : null}
        busy={busy}
        onSubmit={(sent) => void submit(sent)}
      >
        {secrets ? null : (
          <PasswordField
            label={t("account.twoFactor.password")}
            hint={t("account.twoFactor.passwordHint")}
            name="password"
            autoComplete="current-password"
            required
            maxLength={256}
            error={fault?.field === "password" ? fault.message : null}
          />
        )}
        {secrets || on ? (
          <InputField
            label={t("account.twoFactor.code")}
            hint={t(secrets ? "account.twoFactor.codeHint" : "account.twoFactor.stopHint")}
            name="code"
            inputMode={secrets ? "numeric" : "text"}
            autoComplete="one-time-code"
            required={secrets !== null}
            maxLength={12}
            error={fault?.field === "code" ? fault.message : null}
          />
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" aria-disabled={busy}>
            {t(busy ? "account.twoFactor.busy" : `account.twoFactor.${first}`)}
          </Button>
          {on && !secrets ? (
            <Button type="submit" value="stop" aria-disabled={busy}>
              {t("account.twoFactor.stop")}
            </Button>
          ) : null}
        </div>
      </SubmittedForm>
      {on ? <p className="text-12 text-ink-3">{t("account.twoFactor.lost")}</p> : null}
    </div>
  );
}

/** The secret of an authenticator app as a QR code and as text. */
function AppSecret({ address }: { address: string }) {
  const t = useTranslate();
  const { data, size } = encode(address, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  const key = URL.canParse(address) ? new URL(address).searchParams.get("secret") : null;
  return (
    <div className="grid gap-2">
      <p>{t("account.twoFactor.scan")}</p>
      {/* Apps read dark on light only, so the colours do not follow the theme. */}
      <svg
        role="img"
        aria-label={t("account.twoFactor.qr")}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="w-48 bg-white text-black"
      >
        <path d={path} fill="currentColor" />
      </svg>
      <p className="break-all tabular">{t("account.twoFactor.key", { key: key ?? address })}</p>
    </div>
  );
}

/** Recovery codes to write down. They are shown once. */
function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslate();
  return (
    <div className="grid gap-2">
      <Notice tone="amber" live>
        {t("account.twoFactor.recovery")}
      </Notice>
      <ul
        aria-label={t("account.twoFactor.recoveryLabel")}
        className="grid grid-cols-2 gap-x-6 tabular"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
