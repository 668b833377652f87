import { Button, type ButtonProps } from "./button";
import { cx } from "./cx";

/** Props of an icon button; `label` is its name for everyone. */
export type IconButtonProps = Omit<ButtonProps, "aria-label" | "title"> & { label: string };

/** A square button with an icon alone; its label is read aloud and shown when pointed at. */
export function IconButton({ label, className, ...props }: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      className={cx("w-(--control) px-0", className)}
      {...props}
    />
  );
}
