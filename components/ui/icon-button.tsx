import { type ButtonProps, buttonClass } from "./button";

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
