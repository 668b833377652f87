"use client";

import { useId, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { CopyButton } from "@/components/layout/page-actions";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { formText, SubmittedForm } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { TOKEN_DAYS, TOKEN_SCOPES } from "@/lib/catalogue/token-scopes";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import type { TokenEntry } from "@/lib/server/accounts/access-tokens";
import { usePlainText } from "@/lib/text/use-plain-text";
import { useText } from "@/lib/text/use-text";
import { addDays, type Day } from "@/lib/time/day";
import { OwnPassword } from "./own-password";

/** The choice of a day that is not one of the usual lifetimes. */
const OTHER_DAY = "day";

interface TokenFormProps {
  today: Day;
  /** The last day that a token can have. */
  lastDay: Day;
  make: (input: unknown) => Promise<ActionResult<string>>;
}

/** Makes a token and shows it once. */
export function TokenForm({ today, lastDay, make }: TokenFormProps) {
  const { t, number } = usePlainText();
  const scopesError = useId();
  const [lifetime, setLifetime] = useState(String(TOKEN_DAYS[1]));
  const [made, setMade] = useState<string | null>(null);
  const form = useRef<HTMLFormElement | null>(null);
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const { answer, busy, send } = useChange(make, (token) => {
    form.current?.reset();
    setMade(token);
    focus("[data-token]");
  });
  const scopesFault = getFieldMessage(answer, "scopes");

  return (
    <div ref={part} className="grid gap-4">
      {made === null ? null : (
        <Notice
          tone="amber"
          live
          action={<CopyButton text={made} what={t("admin.tokens.token")} />}
        >
          <p>{t("admin.tokens.made")}</p>
          <code data-token tabIndex={-1} className="mt-1 block select-all break-all">
            {made}
          </code>
        </Notice>
      )}
      <SubmittedForm
        noValidate
        answer={answer}
        busy={busy}
        onSubmit={({ data, form: sent }) => {
          form.current = sent;
          const chosen = formText(data, "lifetime");
          void send({
            name: formText(data, "name"),
            scopes: TOKEN_SCOPES.filter((scope) => data.getAll("scopes").includes(scope)),
            lastDay:
              chosen === OTHER_DAY ? formText(data, "lastDay") : addDays(today, Number(chosen)),
            ownPassword: formText(data, "ownPassword"),
          });
        }}
      >
        <FailureNotice answer={answer} />
        <InputField
          label={t("admin.tokens.new.name")}
          hint={t("admin.tokens.new.nameHint")}
          name="name"
          autoComplete="off"
          required
          maxLength={120}
          error={getFieldMessage(answer, "name")}
        />
        <fieldset className="grid gap-1" aria-describedby={scopesFault ? scopesError : undefined}>
          <legend className="mb-1 font-medium text-12">{t("admin.tokens.new.scopes")}</legend>
          {TOKEN_SCOPES.map((scope) => (
            <label key={scope} className="flex items-start gap-2.5 py-1 pointer-coarse:min-h-11">
              <Checkbox
                name="scopes"
                value={scope}
                className="mt-0.75"
                aria-invalid={scopesFault ? true : undefined}
              />
              <span>
                <b className="block font-medium">{t(`admin.tokens.scope.${scope}`)}</b>
                <span className="text-12 text-ink-2">{t(`admin.tokens.scopeHelp.${scope}`)}</span>
              </span>
            </label>
          ))}
          {scopesFault ? (
            <p id={scopesError} className="text-12 text-rust">
              {scopesFault}
            </p>
          ) : null}
        </fieldset>
        <div className="flex flex-wrap items-start gap-4">
          <ChoiceField
            label={t("admin.tokens.new.lifetime")}
            name="lifetime"
            values={[...TOKEN_DAYS.map(String), OTHER_DAY]}
            labelOf={(days) =>
              days === OTHER_DAY
                ? t("admin.tokens.new.otherDay")
                : t("admin.tokens.new.days", { days: number(Number(days)) })
            }
            value={lifetime}
            onChange={setLifetime}
          />
          {lifetime === OTHER_DAY ? (
            <InputField
              label={t("admin.tokens.new.lastDay")}
              name="lastDay"
              type="date"
              required
              min={today}
              max={lastDay}
              error={getFieldMessage(answer, "lastDay")}
            />
          ) : null}
        </div>
        <OwnPassword fault={getFieldMessage(answer, "ownPassword")} />
        <Button variant="main" type="submit" aria-disabled={busy} className="justify-self-start">
          {t(busy ? "admin.tokens.new.busy" : "admin.tokens.new.submit")}
        </Button>
      </SubmittedForm>
    </div>
  );
}

interface TokenListProps {
  tokens: readonly TokenEntry[];
  revoke: (input: unknown) => Promise<ActionResult>;
}

/** The tokens of the signed-in person, each with what it allows and how to end it. */
export function TokenList({ tokens, revoke }: TokenListProps) {
  const text = useText();
  const { t } = text;
  const [chosen, setChosen] = useState<TokenEntry | null>(null);
  const [open, setOpen] = useState(false);
  if (tokens.length === 0) return <p>{t("admin.tokens.list.none")}</p>;
  return (
    <>
      <ul>
        {tokens.map((token) => {
          const { id, name, scopes, createdAt, expiresAt, lastUsedOn, state } = token;
          const known = TOKEN_SCOPES.filter((scope) => scopes.includes(scope));
          return (
            <li
              key={id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-line border-t py-2.5"
            >
              <div className="min-w-0">
                <b className={state === "open" ? "break-words" : "break-words text-ink-3"}>
                  {name}
                </b>
                <span className="block text-12 text-ink-2">
                  {known.map((scope) => t(`admin.tokens.scope.${scope}`)).join(" · ")}
                </span>
                <span className="block text-12 text-ink-3">
                  {t.rich("admin.tokens.list.dates", {
                    state,
                    made: text.instant(createdAt),
                    ends: text.instant(expiresAt),
                    madeAt: () => <Instant at={createdAt} />,
                    endsAt: () => <Instant at={expiresAt} />,
                  })}{" "}
                  {lastUsedOn === null
                    ? t("admin.tokens.list.unused")
                    : t("admin.tokens.list.used", { day: text.day(lastUsedOn) })}
                </span>
              </div>
              {state === "open" ? (
                <Button
                  aria-label={t("admin.tokens.revoke.named", { name })}
                  onClick={() => {
                    setChosen(token);
                    setOpen(true);
                  }}
                >
                  {t("admin.tokens.revoke.open")}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {chosen === null ? null : (
        <ConfirmDialog
          key={chosen.id}
          id={chosen.id}
          open={open}
          title={t("admin.tokens.revoke.title", { name: chosen.name })}
          submit={t("admin.tokens.revoke.submit")}
          change={revoke}
          done={() => t("admin.tokens.revoke.done", { name: chosen.name })}
          onClose={() => setOpen(false)}
        >
          <p>{t("admin.tokens.revoke.help")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
