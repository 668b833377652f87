/** The forms of an answer that a client can choose between. */
export const ANSWER_FORMS = ["json", "html"] as const;
/** One of these forms. */
export type AnswerForm = (typeof ANSWER_FORMS)[number];

/**
 * The form that a header `Accept` prefers (RFC 9110, section 12.5.1): HTML where it is named and weighs more than JSON, as in
 * browsers.
 */
export function getPreferredForm(accept: string | null | undefined): AnswerForm {
  const ranges = readRanges(accept);
  const weigh = (types: RegExp) => {
    const weights = ranges.flatMap(({ type, weight }) => (types.test(type) ? weight : []));
    return weights.length === 0 ? null : Math.max(...weights);
  };
  const html = weigh(/^text\/(?:html|\*)$/) ?? 0;
  const json = weigh(/^application\/(?:.*json.*|\*)$/) ?? weigh(/^\*\/\*$/) ?? 0;
  return html > json ? "html" : "json";
}

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
