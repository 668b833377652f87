import { SCOPES, type Scope } from "@/lib/query/scope";
import { scopeLabel, scopeRule } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import { Part, TextTable } from "./part";

/** Props of the part on scopes: counted today. */
export interface ScopePartProps {
  counts: Readonly<Record<Scope, number>>;
  /** Zones whose approval is evidenced by name, and candidates. */
  evidenced: number;
  candidates: number;
  /** The government's own figure with its period and the source's id; null where it is not kept. */
  announced: { readonly value: number; readonly period: string; readonly sourceId: string } | null;
}

/** Which zones count under which heading, and why the sum is arithmetic. */
export function ScopePart({ counts, evidenced, candidates, announced }: ScopePartProps) {
  const text = useText();
  return (
    <Part id="scopes">
      <p>
        No list of the announced zones was ever published with the announcement. So there is more
        than one honest count, and each page says which it uses.
      </p>
      <TextTable label="Scopes and how many zones are in each today">
        <thead>
          <tr>
            <th scope="col">Scope</th>
            <th scope="col">Today</th>
            <th scope="col">Rule</th>
          </tr>
        </thead>
        <tbody>
          {SCOPES.map((scope) => (
            <tr key={scope}>
              <td>
                <a className="link whitespace-nowrap" href={`/?scope=${scope}`}>
                  {scopeLabel(text, scope, null)}
                </a>
              </td>
              <td className="tabular">{counts[scope]}</td>
              <td>{scopeRule(text, scope, null)}</td>
            </tr>
          ))}
        </tbody>
      </TextTable>
      {announced === null ? null : (
        <p>
          The government counts {announced.value} approved zones (
          <a className="link" href={`/sources/${announced.sourceId}`}>
            source
          </a>
          ). Of these, {evidenced} are evidenced by name: a body's decision, or an official count
          that names them. In October 2025 {candidates} zones were reported as pending.{" "}
          {evidenced + candidates === announced.value
            ? `${evidenced} and ${candidates} make ${announced.value}, and that is all it is: arithmetic.`
            : `${evidenced} and ${candidates} do not make ${announced.value}.`}{" "}
          No source says that those {candidates} were approved, and the pool of possible ones is
          larger: two more zones were once reported as approved and are missing from later lists.
        </p>
      )}
      <p>
        A candidate is drawn in outline and carries the words “approval not evidenced” wherever it
        appears. It is never counted as approved.
      </p>
      <p>
        On a past day the register holds only the zones of which something was said by then about
        their status or their place in the programme. Names and places alone do not count, since
        they are dated back to the Act so that they show on any day.
      </p>
    </Part>
  );
}
