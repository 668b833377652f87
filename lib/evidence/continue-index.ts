import type { FieldKey } from "../catalogue/fields";
import type { FactsMark } from "./add-facts";
import { type EvidenceIndex, subjectKey } from "./evidence-index";
import { FieldMap } from "./field-map";
import type { Facts } from "./ledger-records";
import { groupByClaim, prepareEvidence } from "./make-evidence";
import { continueReportTimes } from "./report-times";
import type { Evidence } from "./resolve";
import { listVersionsOf } from "./source-versions";
import { listTouchedClaims } from "./touched-zones";

/**
 * The index of facts that were added to others, equal to `indexEvidence(after)`. Only the evidence on fields with a touched
 * claim is made; the rest is shared with the index before.
 * @param before the mark of the facts of `index`
 * @param after continues them
 */
export function continueIndex(
  index: EvidenceIndex,
  before: FactsMark,
  after: Facts,
): EvidenceIndex {
  const touched = listTouchedClaims(before, after);
  const revisions = {
    before: before.count === 0 ? 0 : (after.revisions.at(before.count - 1)?.number ?? 0),
    after: after.revision,
  };
  if (touched.length === 0) {
    continueReportTimes(index, index, [], revisions);
    return index;
  }
  const cited = new Set(touched.map(({ sourceId }) => sourceId));
  const toEvidence = prepareEvidence(after, listVersionsOf(after.sourceVersions, cited));
  const decisions = groupByClaim(after.decisions.slice(before.decisions.length));
  /** The fields that change, by subject. */
  const own = new Map<string, Map<FieldKey, Evidence[]>>();
  for (const claim of touched) {
    const key = subjectKey(claim.zone, claim.tenancy);
    const subject = own.get(key) ?? new Map<FieldKey, Evidence[]>();
    own.set(key, subject);
    const list = subject.get(claim.field) ?? [...(index.get(key)?.get(claim.field) ?? [])];
    subject.set(claim.field, list);
    const place = list.findIndex((item) => item.claim.id === claim.id);
    const known = list[place]?.decisions ?? [];
    const evidence = toEvidence(claim, known.concat(decisions.get(claim.id) ?? []));
    if (place === -1) list.push(evidence);
    else list[place] = evidence;
  }
  const continued = new Map(index);
  for (const [key, subject] of own) {
    const fields = new Map([...(index.get(key) ?? []), ...subject]);
    continued.set(key, new FieldMap([...fields.values()].flat()));
  }
  continueReportTimes(index, continued, own.keys(), revisions);
  return continued;
}
