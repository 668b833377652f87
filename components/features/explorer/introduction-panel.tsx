"use client";

import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { CloseIcon } from "@/components/ui/icons";
import { InfoButton } from "@/components/ui/info-button";
import { keepChoice } from "@/lib/client/cookies";
import { INTRODUCTION_COOKIE } from "@/lib/contract/choice-cookie";
import { usePlainText } from "@/lib/text/use-plain-text";

const ID = "introduction";

/** Is the introduction open, and the ways to change that, which later visits remember. */
export interface IntroductionState {
  readonly open: boolean;
  readonly show: (open: boolean) => void;
  /** The button that opens and closes it: it gets the focus where the introduction closes. */
  readonly toggle: RefObject<HTMLButtonElement | null>;
}

/** @param openAtFirst on a first visit */
export function useIntroduction(openAtFirst: boolean): IntroductionState {
  const [open, setOpen] = useState(openAtFirst);
  const toggle = useRef<HTMLButtonElement>(null);
  return useMemo(
    () => ({
      open,
      show: (next) => {
        setOpen(next);
        keepIntroduction(next);
      },
      toggle,
    }),
    [open],
  );
}

/** The introduction, where it is open. */
export function IntroductionPanel({
  state: { open, show, toggle },
  children,
}: {
  state: IntroductionState;
  children: ReactNode;
}) {
  const { t } = usePlainText();
  return open ? (
    <section id={ID} aria-label={t("explorer.page.introduction")} className="introduction no-print">
      {children}
      <IconButton
        label={t("explorer.page.closeIntroduction")}
        variant="quiet"
        className="noscript:hidden"
        onClick={() => {
          show(false);
          toggle.current?.focus();
        }}
      >
        <CloseIcon />
      </IconButton>
    </section>
  ) : null;
}

/** Opens and closes the introduction. */
export function IntroductionToggle({
  state: { open, show, toggle },
}: {
  state: IntroductionState;
}) {
  const { t } = usePlainText();
  return (
    <InfoButton
      ref={toggle}
      label={t("explorer.page.introduction")}
      aria-expanded={open}
      aria-controls={open ? ID : undefined}
      onClick={() => show(!open)}
    />
  );
}

/** Keeps whether the introduction is open, for the next visit. Browser only. */
function keepIntroduction(open: boolean): void {
  keepChoice(INTRODUCTION_COOKIE, open ? null : "closed");
}
