import { type ReactNode, useId } from "react";

/** A filter's heading with its control. */
export function FacetFrame({
  label,
  action,
  children,
}: {
  label: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="break-inside-avoid py-2">
      <div className="flex min-h-6 items-baseline justify-between gap-2">
        <h3 id={id} className="text-12">
          {label}
        </h3>
        {action}
      </div>
      {children}
    </fieldset>
  );
}
