"use client";

import { fieldClass } from "@/components/ui/field-class";
import { Labelled, TextField } from "@/components/ui/text-field";
import { ORIGINS, type Source } from "@/lib/evidence/ledger-records";
import type { Faults } from "./check-draft";
import { dateFault, type RecordDraft } from "./draft";
import { SourcePicker } from "./source-picker";

/** Props of the section. */
export interface SourceSectionProps {
  draft: RecordDraft;
  sources: readonly Source[];
  faults: Faults;
  onChange: (part: Partial<RecordDraft>) => void;
}

/** What all claims of a draft share: the source, who speaks in it, and of which date. */
export function SourceSection({ draft, sources, faults, onChange }: SourceSectionProps) {
  return (
    <section aria-labelledby="record-source" className="grid gap-3">
      <h2 id="record-source" className="title">
        The source
      </h2>
      <SourcePicker
        sources={sources}
        sourceId={draft.sourceId}
        newSource={draft.newSource}
        onPick={(sourceId) => onChange({ sourceId })}
        onNew={(newSource) => onChange({ newSource })}
        faults={faults}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Labelled
          label="Who speaks in it"
          hint="An official, somebody independent, a tenant; or you infer it"
        >
          {({ id, describedBy }) => (
            <select
              id={id}
              aria-describedby={describedBy}
              className={fieldClass()}
              value={draft.origin}
              onChange={(event) => {
                const origin = ORIGINS.find((word) => word === event.currentTarget.value);
                if (origin) onChange({ origin });
              }}
            >
              {ORIGINS.map((word) => (
                <option key={word} value={word}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <TextField
          label="As of"
          hint="The day, month or year of which it speaks, for all claims below"
          value={draft.asOf}
          onChange={(asOf) => onChange({ asOf })}
          fault={dateFault(draft.asOf)}
        />
      </div>
    </section>
  );
}
