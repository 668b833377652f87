/** A place as it is said: "1st", "2nd", "3rd", "11th", "22nd". */
export function placeWords(place: number): string {
  const tens = place % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}

/** Two places as a range: "2nd to 4th", or "35th" where both are one. */
export function placeRange(from: number, to: number): string {
  return from === to ? placeWords(from) : `${placeWords(from)} to ${placeWords(to)}`;
}
