import type { IconButtonProps } from "./button";
import { InfoIcon } from "./icons";

type InfoButtonProps = Omit<IconButtonProps, "variant" | "className" | "children">;

/** Opens the explanation of what it is beside: small, since it stands in a line of text. */
export function InfoButton({ label, ...props }: InfoButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} className="info-button" {...props}>
      <InfoIcon />
    </button>
  );
}
