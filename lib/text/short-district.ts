/** A district without what stands in brackets after it: "Karachi" of "Karachi (Malir, Bin Qasim)". The zone's page says the rest. */
export function shortDistrict(district: string | null): string | null {
  return district === null ? null : district.replace(/ \(.*\)$/, "");
}
