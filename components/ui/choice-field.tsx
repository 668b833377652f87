import { fieldClass } from "./field-class";
import { Labelled, type LabelledProps } from "./text-field";

interface ChoiceFieldProps<V extends string> extends Omit<LabelledProps, "children"> {
  /** What can be chosen, in the order of the list. */
  values: readonly V[];
  labelOf: (value: V) => string;
  /** The chosen value, where it is in React's state; absent: the form reads it by its name when it is submitted. */
  value?: V;
  onChange?: (value: V) => void;
  name?: string;
}

/** A choice of one value from a list, under its label. */
export function ChoiceField<V extends string>({
  values,
  labelOf,
  value,
  onChange,
  name,
  ...labelled
}: ChoiceFieldProps<V>) {
  return (
    <Labelled {...labelled}>
      {({ id, invalid, describedBy }) => (
        <select
          id={id}
          name={name}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          className={fieldClass(invalid)}
          value={value}
          onChange={(event) => {
            const chosen = values.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) onChange?.(chosen);
          }}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {labelOf(one)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
