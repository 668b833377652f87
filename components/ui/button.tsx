import type { ComponentPropsWithRef } from "react";
import { cx } from "./cx";

/** `main`: the most important one, once per region. `quiet`: without an outline. */
type ButtonVariant = "plain" | "main" | "quiet";

const BASE =
  "inline-flex h-(--control) flex-none select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-2 font-medium disabled:bg-paper-3 disabled:text-ink-3 disabled:shadow-none aria-disabled:bg-paper-3 aria-disabled:text-ink-3 aria-disabled:shadow-none";

const VARIANTS: Record<ButtonVariant, string> = {
  plain:
    "bg-paper shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:shadow-[inset_0_0_0_1px_var(--color-edge)] active:bg-paper-2 aria-expanded:bg-accent-wash aria-expanded:text-accent aria-expanded:shadow-[inset_0_0_0_1px_var(--color-accent)] aria-pressed:bg-accent-wash aria-pressed:text-accent aria-pressed:shadow-[inset_0_0_0_1px_var(--color-accent)]",
  main: "bg-accent font-semibold text-accent-ink hover:bg-[color-mix(in_oklab,var(--color-accent),var(--color-ink)_14%)]",
  quiet:
    "text-ink-2 hover:bg-paper-2 hover:text-ink active:bg-paper-3 aria-expanded:bg-accent-wash aria-expanded:text-accent aria-pressed:bg-accent-wash aria-pressed:text-accent",
};

const PADDING: Record<ButtonVariant, string> = { plain: "px-2.5", main: "px-3", quiet: "px-2" };

/** The look of a button, for links and labels that act like one; `square` for an icon alone. */
export function buttonClass(variant: ButtonVariant = "plain", className?: string, square = false) {
  return cx(BASE, VARIANTS[variant], square ? "w-(--control)" : PADDING[variant], className);
}

/** Props of a button. */
type ButtonProps = ComponentPropsWithRef<"button"> & { variant?: ButtonVariant };

/** A button. `aria-pressed` and `aria-expanded` show as chosen. */
export function Button({ variant, className, type = "button", ...props }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, className)} {...props} />;
}

type IconButtonProps = Omit<ButtonProps, "aria-label" | "title"> & { label: string };

/** A square button with an icon. `label` is its accessible name and its tooltip. */
export function IconButton({ label, variant, className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={buttonClass(variant, className, true)}
      {...props}
    />
  );
}
