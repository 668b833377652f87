import type { ReactNode } from "react";
import { TextField } from "@/components/ui/text-field";
import { readTypedDate } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import { describeDateFault } from "@/lib/text/entry-words";
import { useText } from "@/lib/text/use-text";

/** More characters than a date has in any form. */
const MAX_TYPED = 60;

interface DateFieldProps {
  label: ReactNode;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null | undefined;
  /** Where nothing is typed. */
  placeholder?: string | undefined;
}

/** A date in any form that is understood, which is shown back. */
export function DateField({ hint, error, ...field }: DateFieldProps) {
  const text = useText();
  const reading = readTypedDate(field.value);
  const isOtherForm = isUnderstood(reading) && reading.shownBack !== null;
  return (
    <TextField
      {...field}
      maxLength={MAX_TYPED}
      hint={
        isOtherForm ? text.t("record.entry.read", { value: text.partialDate(reading.value) }) : hint
      }
      error={error ?? describeDateFault(text, field.value)}
    />
  );
}
