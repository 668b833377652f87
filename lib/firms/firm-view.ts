import type { Event } from "@/lib/evidence/ledger-records";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import type { PlacedFirm } from "./firms";

/** A firm at one moment, as its page displays it. */
export interface FirmView extends EvidenceView {
  readonly name: string;
  /** The firm in each of its zones. */
  readonly firms: readonly PlacedFirm[];
  /** Events up to the selected day that name it, latest first. */
  readonly events: readonly Event[];
}
