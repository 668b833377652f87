import type { Event } from "@/lib/evidence/ledger-records";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import type { PlacedFirm } from "./firms";

/** A firm at one moment: what every part of its page is made from. */
export interface FirmView extends EvidenceView {
  readonly name: string;
  /** The firm in each of its zones. */
  readonly firms: readonly PlacedFirm[];
  /** Events that name it, by the day looked at, the latest first. */
  readonly events: readonly Event[];
}
