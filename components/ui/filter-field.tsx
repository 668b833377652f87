import { type ReactNode, useId } from "react";
import { cx } from "./cx";
import { fieldClass } from "./field-class";

interface FilterFieldProps {
  label: string;
  className?: string;
  /** The input, which takes the id. */
  children: (id: string) => ReactNode;
}

/** A field of a form that filters a page, under its label. */
export function FilterField({ label, className, children }: FilterFieldProps) {
  const id = useId();
  return (
    <div className={cx("grid min-w-0 gap-1", className)}>
      <label htmlFor={id} className="text-12 text-ink-2">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

interface FilterSelectProps extends Omit<FilterFieldProps, "children"> {
  /** The parameter of the address. */
  name: string;
  /** The chosen value; empty: all. */
  value: string;
  /** What the choice of no value is called; absent: one of the values is always chosen. */
  all?: string;
  /** The values with their words. */
  options?: readonly (readonly [value: string, label: string])[];
  /** Options that have more than words. */
  children?: ReactNode;
}

/** A list to choose from in a form that filters a page. */
export function FilterSelect({
  name,
  value,
  all,
  options = [],
  children,
  ...field
}: FilterSelectProps) {
  return (
    <FilterField {...field}>
      {(id) => (
        // A new element for another value, since React keeps what the reader chose.
        <select key={value} id={id} name={name} defaultValue={value} className={fieldClass()}>
          {all === undefined ? null : <option value="">{all}</option>}
          {options.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
          {children}
        </select>
      )}
    </FilterField>
  );
}
