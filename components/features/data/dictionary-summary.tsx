import { fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { GROUPS, type GroupKey } from "@/lib/catalogue/groups";
import { DataPart } from "./data-part";

const FIELDS = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS].map(fieldSpec);

/** Which fields there are, by group; what each means stands on the method page. */
export function DictionarySummary() {
  return (
    <DataPart
      id="dictionary"
      lead={
        <>
          {FIELDS.length} fields, each declared once: the same declaration makes the columns, the
          filters, the files and the answers of the API. What each means and which values it can
          take stands{" "}
          <a className="link" href="/method#fields">
            on the method page
          </a>
          , the words themselves{" "}
          <a className="link" href="/method#vocabularies">
            below it
          </a>
          , and all of it for programs in the{" "}
          <a className="link" href="/api/v1/fields">
            dictionary as JSON
          </a>
          .
        </>
      }
    >
      <dl className="grid gap-x-8 text-13 sm:grid-cols-2">
        {(Object.keys(GROUPS) as GroupKey[]).map((group) => {
          const labels = FIELDS.filter((spec) => spec.group === group).map(({ label }) => label);
          return (
            <div key={group} className="border-line border-t py-2">
              <dt className="font-medium">
                {GROUPS[group]} <span className="tabular text-ink-3">{labels.length}</span>
              </dt>
              <dd className="text-ink-2">{labels.join(", ")}</dd>
            </div>
          );
        })}
      </dl>
    </DataPart>
  );
}
