/** A district without the part in brackets: "Karachi" from "Karachi (Malir, Bin Qasim)". The page of the zone shows it whole. */
export function shortDistrict(district: string | null): string | null {
  return district === null ? null : district.replace(/ \(.*\)$/, "");
}
