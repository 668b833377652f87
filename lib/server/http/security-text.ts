import "server-only";
import { env } from "../env";
import { getText } from "../text/get-text";
import { CURRENT } from "./cache-headers";
import { respondText } from "./respond";

/** Days until a reader should ask again. RFC 9116 recommends less than a year. */
const VALID_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;
const CACHE = { "cache-control": CURRENT } as const;

/** The `security.txt` of RFC 9116 with the last contact of `CONTACT`; 404 while that is not set. */
export async function answerSecurityText(): Promise<Response> {
  const { CONTACT = [], BASE_URL } = env();
  const contact = CONTACT.at(-1);
  if (contact === undefined) {
    const text = await getText();
    return respondText(404, text.t("api.securityText.noContact"), CACHE);
  }
  // A whole day, so that the file stays the same during a day.
  const until = new Date(Date.now() + VALID_DAYS * DAY_MS).toISOString().slice(0, 10);
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${until}T00:00:00.000Z`,
    "Preferred-Languages: en",
    ...(BASE_URL === undefined ? [] : [`Canonical: ${BASE_URL}/.well-known/security.txt`]),
  ];
  return respondText(200, lines.join("\n"), CACHE);
}
