import type { ComponentPropsWithRef } from "react";
import { cx } from "./cx";

/** `main`: the most important one, once per region. `quiet`: without an outline. */
type ButtonVariant = "plain" | "main" | "quiet";

/** The classes of `app/styles/components.css`: every page loads this file, and styles weigh less as CSS. */
const VARIANTS: Record<ButtonVariant, string> = {
  plain: "button",
  main: "button button-main",
  quiet: "button button-quiet",
};

/** The look of a button, for links and labels that act like one; `square` for an icon alone. */
export function buttonClass(variant: ButtonVariant = "plain", className?: string, square = false) {
  return cx(VARIANTS[variant], square && "button-square", className);
}

/** Props of a button. */
type ButtonProps = ComponentPropsWithRef<"button"> & { variant?: ButtonVariant };

/** A button. `aria-pressed` and `aria-expanded` show as chosen. */
export function Button({ variant, className, type = "button", ...props }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, className)} {...props} />;
}

/** Props of a button with an icon. */
export type IconButtonProps = Omit<ButtonProps, "aria-label" | "title"> & { label: string };

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
