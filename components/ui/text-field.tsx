import {
  type ClipboardEvent,
  type ComponentPropsWithRef,
  type ReactNode,
  useId,
  useState,
} from "react";
import { usePlainText } from "@/lib/text/use-plain-text";
import { cx } from "./cx";
import { fieldClass } from "./field-class";

/** What `Labelled` gives to its input. */
interface FieldParts {
  readonly id: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
}

/** Props of a labelled field. */
export interface LabelledProps {
  label: ReactNode;
  /** What to enter, where the label is not enough. */
  hint?: ReactNode;
  /** What is wrong and what to do; screen readers read it with the field. */
  error?: string | null;
  className?: string;
  children: (parts: FieldParts) => ReactNode;
}

/** A label, its input, and under it a hint and an error. */
export function Labelled({ label, hint, error, className, children }: LabelledProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return (
    <div className={cx("grid content-start gap-1", className)}>
      <label htmlFor={id} className="font-medium text-12">
        {label}
      </label>
      {children({
        id,
        invalid: Boolean(error),
        describedBy: described.length > 0 ? described.join(" ") : undefined,
      })}
      {hint ? (
        <span id={`${id}-hint`} className="text-12 text-ink-3">
          {hint}
        </span>
      ) : null}
      {error ? (
        <span id={`${id}-error`} className="text-12 text-rust">
          {error}
        </span>
      ) : null}
    </div>
  );
}

type TextFieldProps = Omit<ComponentPropsWithRef<"input">, "onChange" | "value"> &
  Omit<LabelledProps, "children"> & {
    value: string;
    onChange: (value: string) => void;
    /** Lines of a text area; left out for one line. */
    rows?: number;
  };

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** A text field whose value is in React's state. */
export function TextField({
  label,
  hint,
  error,
  className,
  value,
  onChange,
  rows,
  onPaste,
  ...props
}: TextFieldProps) {
  const { t, number } = usePlainText();
  const { maxLength = Number.POSITIVE_INFINITY } = props;
  const [isCut, setCut] = useState(false);
  // The browser cuts off what is pasted beyond the limit, without a word.
  const noteCut = ({ clipboardData, currentTarget }: ClipboardEvent<TextElement>) => {
    const { selectionStart, selectionEnd } = currentTarget;
    const kept = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
    setCut(kept + clipboardData.getData("text").length > maxLength);
  };
  const cut = isCut && value.length >= maxLength;
  return (
    <Labelled
      label={label}
      hint={cut ? <span role="alert">{t("common.cut", { max: number(maxLength) })}</span> : hint}
      error={error}
      className={className}
    >
      {({ id, invalid, describedBy }) =>
        rows === undefined ? (
          <input
            {...props}
            id={id}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={fieldClass(invalid)}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onPaste={(event) => {
              noteCut(event);
              onPaste?.(event);
            }}
          />
        ) : (
          <textarea
            id={id}
            rows={rows}
            maxLength={props.maxLength}
            readOnly={props.readOnly}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            className={fieldClass(invalid, "h-auto py-1.5")}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onPaste={noteCut}
          />
        )
      }
    </Labelled>
  );
}

/** Props of an input field: those of the input, its label, hint and error. */
export type InputFieldProps = ComponentPropsWithRef<"input"> & Omit<LabelledProps, "children">;

/**
 * A text field that the form reads when it is submitted. It keeps what the browser or a password manager
 * filled in before the scripts ran, which a field in React's state would lose.
 */
export function InputField({ label, hint, error, className, ...props }: InputFieldProps) {
  return (
    <Labelled label={label} hint={hint} error={error} className={className}>
      {({ id, invalid, describedBy }) => (
        <input
          {...props}
          id={id}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          className={fieldClass(invalid)}
        />
      )}
    </Labelled>
  );
}
