"use client";

import Form from "next/form";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { InputField } from "@/components/ui/input-field";
import { Labelled } from "@/components/ui/text-field";

/** Props of the search. */
export interface AuditSearchProps {
  text: string;
  /** The act that is looked for; empty: any. */
  action: string;
  actions: readonly { value: string; label: string }[];
}

/** What to look for in the audit. A plain form: its address can be kept and sent. */
export function AuditSearch({ text, action, actions }: AuditSearchProps) {
  return (
    <Form action="/admin/audit" role="search" className="flex flex-wrap items-end gap-3">
      <InputField
        key={`q ${text}`}
        label="Who, what or from where"
        name="q"
        type="search"
        defaultValue={text}
        placeholder="Name, zone, e-mail, field, reason or address"
        maxLength={200}
        autoComplete="off"
        className="min-w-0 flex-1 basis-64"
      />
      <Labelled label="What was done" className="basis-52">
        {({ id }) => (
          <select
            key={`action ${action}`}
            id={id}
            name="action"
            defaultValue={action}
            className={fieldClass()}
          >
            <option value="">Anything</option>
            {actions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Button type="submit" className="h-(--field)">
        Search
      </Button>
    </Form>
  );
}
