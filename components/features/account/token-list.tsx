"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/layout/confirm-dialog";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { TOKEN_SCOPES } from "@/lib/catalogue/token-scopes";
import type { ActionResult } from "@/lib/contract/action-result";
import type { TokenEntry } from "@/lib/server/accounts/access-tokens";
import { useText } from "@/lib/text/use-text";

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
