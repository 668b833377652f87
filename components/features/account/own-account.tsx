"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { encode } from "uqr";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { formText, type Submission, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { callAction } from "@/lib/client/send-changes";
import {
  changePassword,
  confirmTwoFactor,
  fetchSignedIn,
  makeRecoveryCodes,
  type SessionOutcome,
  signOut,
  startTwoFactor,
  stopTwoFactor,
  type TwoFactorSecrets,
} from "@/lib/client/session";
import { confirmSignOut } from "@/lib/client/unsaved-work";
import type { ActionResult } from "@/lib/contract/action-result";
import { addressIn } from "@/lib/text/reader-language";
import { usePlainText } from "@/lib/text/use-plain-text";
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

/** Changes one's own password; sessions elsewhere end with the old one. */
export function ChangePasswordForm({
  email,
  leastPassword,
}: {
  email: string;
  leastPassword: number;
}) {
  const text = usePlainText();
  const { t } = text;
  const router = useRouter();
  const [outcome, setOutcome] = useState<SessionOutcome | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async ({ data, form }: Submission) => {
    setBusy(true);
    const result = await changePassword(
      t,
      formText(data, "password"),
      formText(data, "newPassword"),
    );
    setBusy(false);
    setOutcome(result);
    if (!result.ok) return;
    form.reset();
    toast(t("account.password.done"));
    router.refresh();
  };

  const fault = outcome && !outcome.ok ? outcome : null;
  return (
    <SubmittedForm
      answer={outcome}
      message={fault?.field === null ? fault.message : null}
      busy={busy}
      onSubmit={(sent) => void submit(sent)}
    >
      {/* For password managers, which otherwise guess whose password it is. */}
      <input
        type="text"
        name="email"
        autoComplete="username"
        defaultValue={email}
        hidden
        readOnly
      />
      <PasswordField
        label={t("account.password.current")}
        name="password"
        autoComplete="current-password"
        required
        maxLength={256}
        error={fault?.field === "password" ? fault.message : null}
      />
      <PasswordField
        label={t("account.password.new")}
        hint={t("account.password.newHint", { count: text.number(leastPassword) })}
        name="newPassword"
        autoComplete="new-password"
        required
        minLength={leastPassword}
        maxLength={256}
        error={fault?.field === "newPassword" ? fault.message : null}
      />
      <Button type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "account.password.busy" : "account.password.submit")}
      </Button>
    </SubmittedForm>
  );
}

interface OwnSessionsProps {
  sessions: readonly { id: string; since: string; address: string | null; here: boolean }[];
  /** Ends one other session, by its id. */
  end: (input: unknown) => Promise<ActionResult<number>>;
  endOthers: () => Promise<ActionResult<number>>;
}

/** The open sessions of the signed-in person, with buttons to end each, and all others. */
export function OwnSessions({ sessions, end, endOthers }: OwnSessionsProps) {
  const text = usePlainText();
  const { t } = text;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const others = sessions.filter(({ here }) => !here).length;

  const run = async (work: () => Promise<string | null>) => {
    if (busy) return;
    setBusy(true);
    setFailure(await work());
    setBusy(false);
  };
  const endWith = (action: (input: unknown) => Promise<ActionResult<number>>, input?: string) =>
    run(async () => {
      const answer = await callAction(t, action, input);
      if (!answer.ok) return answer.message;
      toast(t("account.sessions.ended", { count: answer.value }));
      // The button goes with its session.
      focus("ul");
      return null;
    });
  const leave = () =>
    run(async () => {
      const person = await fetchSignedIn();
      if (person !== null && !confirmSignOut(t, person.id)) return null;
      const outcome = await signOut(t);
      if (!outcome.ok) return outcome.message;
      window.location.assign(addressIn(text.locale, "/"));
      return null;
    });

  return (
    <div ref={part} className="grid gap-3">
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      <ul tabIndex={-1} className="grid outline-none">
        {sessions.map(({ id, since, address, here }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-3 border-line border-t py-2 first:border-t-0"
          >
            <span>
              {t.rich("account.sessions.since", {
                when: text.instant(since),
                at: () => <Instant at={since} className="tabular" />,
              })}
            </span>
            {address ? (
              <span className="text-ink-3">{t("account.sessions.address", { address })}</span>
            ) : null}
            {here ? (
              <b className="ms-auto">{t("account.sessions.here")}</b>
            ) : (
              <Button
                className="ms-auto"
                aria-disabled={busy}
                aria-label={t("account.sessions.endNamed", { when: text.instant(since) })}
                onClick={() => void endWith(end, id)}
              >
                {t("account.sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="text-12 text-ink-3">{t("account.sessions.limits")}</p>
      <div className="flex flex-wrap gap-2">
        <Button aria-disabled={busy} onClick={() => void leave()}>
          {t("layout.session.signOut")}
        </Button>
        {others > 1 ? (
          <Button aria-disabled={busy} onClick={() => void endWith(endOthers)}>
            {t("account.sessions.endOthers", { count: others })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface TeamDigestProps {
  /** Where the digest goes. */
  email: string;
  on: boolean;
  set: (input: unknown) => Promise<ActionResult>;
}

/** Whether the signed-in person gets the digest of the team's work, and a button to change that. */
export function TeamDigest({ email, on, set }: TeamDigestProps) {
  const { t } = usePlainText();
  const { answer, busy, send } = useChange(set, () =>
    toast(t(on ? "account.digest.stopped" : "account.digest.started")),
  );
  return (
    <div className="grid justify-items-start gap-3">
      <FailureNotice answer={answer} />
      <p>{t("account.digest.lead", { email })}</p>
      <p>{t(on ? "account.digest.on" : "account.digest.off")}</p>
      <Button aria-disabled={busy} onClick={() => void send(!on)}>
        {t(on ? "account.digest.stop" : "account.digest.start")}
      </Button>
    </div>
  );
}
