import { type ButtonProps, buttonClass } from "./button";

/** Props of an icon button; `label` is its name for everyone. */
export type IconButtonProps = Omit<ButtonProps, "aria-label" | "title"> & { label: string };

/** A square button with an icon alone; its label is read aloud and shown when pointed at. */
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
