/** The media ranges of a header `Accept` with their weights. */
function readRanges(accept: string | null | undefined) {
  return (accept ?? "").split(",").map((range) => {
    const [type = "", ...params] = range.split(";").map((part) => part.trim().toLowerCase());
    const weight = params.find((param) => param.startsWith("q="))?.slice(2);
    return { type, weight: weight === undefined ? 1 : Number(weight) };
  });
}

/** Does a header `Accept` allow a media type? `application/json` allows every kind of JSON; an absent header allows all. */
export function isAcceptable(accept: string | null, mediaType: string): boolean {
  const [type = ""] = mediaType.split(";");
  const isJson = type.includes("json");
  const ranges = readRanges(accept).filter((range) => range.type !== "");
  return (
    ranges.length === 0 ||
    ranges.some(
      (range) =>
        range.weight > 0 &&
        (range.type === "*/*" ||
          range.type === type ||
          range.type === `${type.split("/")[0]}/*` ||
          (isJson && range.type === "application/json")),
    )
  );
}
