import { describe, expect, test } from "vitest";
import { parseEnv, SETTING_NAMES } from "../../../lib/server/env";
import { NEUTRAL_ENV } from "../../../scripts/lib/neutral-env.mjs";

const DATABASE_URL = "postgresql://tracker:secret@127.0.0.1:5432/tracker";
const SECRET = `whsec_${"A".repeat(32)}`;

describe("the settings", () => {
  test("are at most 29, all of them in .env.example, and tests run without any of them", () => {
    expect(SETTING_NAMES.length).toBeLessThanOrEqual(29);
    expect(Object.keys(NEUTRAL_ENV).sort()).toEqual([...SETTING_NAMES].sort());
    expect(new Set(Object.values(NEUTRAL_ENV))).toEqual(new Set([""]));
  });

  test("have defaults, also if they are empty", () => {
    const defaults = parseEnv({ DATABASE_URL });
    expect(defaults).toEqual({
      DATABASE_URL,
      EMBEDDED_DATABASE: "on",
      DATA_DIR: ".data",
      PORT: 3000,
      TRUST_PROXY: false,
      ADMIN_TWO_FACTOR: false,
      REVIEW_REQUIRED: "off",
      READS_PER_MINUTE: 1200,
      WRITES_PER_MINUTE: 120,
      LOG_LEVEL: "info",
    });
    const empty = {
      HOST: "",
      PORT: "",
      BASE_URL: "",
      MAP_STYLE_URL: "",
      LOG_LEVEL: "",
      METRICS_TOKEN: "",
      CONTACT: "",
      OPERATOR: "",
      FUNDING: "",
      DATA_DIR: "",
      DATABASE_URL_OWNER: "",
      EMBEDDED_DATABASE: "",
      READS_PER_MINUTE: "",
    };
    expect(parseEnv({ DATABASE_URL, ...empty })).toEqual(defaults);
  });

  test("are converted to their types", () => {
    const read = parseEnv({
      DATABASE_URL,
      PORT: "8080",
      BASE_URL: "https://tracker.example.org/",
      MAP_STYLE_URL: "/basemap/style-light.json",
    });
    expect(read.PORT).toBe(8080);
    expect(read.BASE_URL).toBe("https://tracker.example.org");
    expect(read.MAP_STYLE_URL).toBe("/basemap/style-light.json");
  });

  test.each([
    [{ DATABASE_URL: undefined }, "DATABASE_URL must be set"],
    [{ DATABASE_URL: "mysql://localhost/x" }, "DATABASE_URL must be an address"],
    [{ DATABASE_URL_OWNER: "tracker" }, "DATABASE_URL_OWNER must be an address"],
    [{ PORT: "many" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "70000" }, "PORT must be a whole number from 0 to 65535"],
    [{ PORT: "30.5" }, "PORT must be a whole number from 0 to 65535"],
    [{ EMBEDDED_DATABASE: "no" }, "EMBEDDED_DATABASE must be on or off"],
    [{ BASE_URL: "tracker.example.org" }, "BASE_URL must be an address"],
    [{ MAP_STYLE_URL: "javascript:alert(1)" }, "MAP_STYLE_URL must be an address"],
    [{ MAP_PMTILES: "https://maps.example.org/tiles.zip" }, "MAP_PMTILES must be an address"],
    [{ MAP_PMTILES: "data:x.pmtiles" }, "MAP_PMTILES must be an address"],
    [{ MAP_IMAGERY_URL: "https://tiles.example.org/1.jpg" }, "MAP_IMAGERY_URL must be an address"],
    [{ MAP_IMAGERY_URL: "https://a.org/{z}/{x}/{y} a\nb" }, "MAP_IMAGERY_URL must be an address"],
    [{ WRITES_PER_MINUTE: "2.5" }, "WRITES_PER_MINUTE must be a whole number from 0 to 1000000"],
    [{ READS_PER_MINUTE: "-1" }, "READS_PER_MINUTE must be a whole number from 0 to 1000000"],
    [{ METRICS_TOKEN: "short" }, "METRICS_TOKEN must have at least 16 characters"],
    [{ CONTACT: "data@example.org" }, "CONTACT must be an address such as mailto:data@"],
    [{ CONTACT: "javascript:alert(1)" }, "CONTACT must be an address"],
    [{ CONTACT: "mailto:a@example.org\nExpires: 1" }, "CONTACT must be an address"],
    [{ CONTACT: "mailto:a@a.org mailto:b@a.org mailto:c@a.org" }, "CONTACT must be an address"],
    [{ OPERATOR: " " }, "OPERATOR must be one line of at most 200 characters"],
    [{ FUNDING: "a\nb" }, "FUNDING must be one line of at most 1000 characters"],
    [{ OPERATOR: "a".repeat(201) }, "OPERATOR must be one line"],
    [{ SMTP_URL: "mail.example.org" }, "SMTP_URL must be an address such as smtp://"],
    [{ MAIL_FROM: "tracker" }, "MAIL_FROM must be an address such as tracker@example.org"],
    [{ MAIL_FROM: "Tracker\n<a@example.org>" }, "MAIL_FROM must be an address"],
    [{ SMTP_URL: "smtp://localhost" }, "MAIL_FROM must be set with SMTP_URL; BASE_URL must be"],
    ...[
      ...["http://example.org/hook", "https://a:b@example.org", "https://example.org/#part"],
      ...["example.org/hook", "https://a.org,https://b.org", "file:///etc/passwd"],
      Array.from({ length: 11 }, (_, n) => `https://example.org/${n}`).join(" "),
    ].map((value): [object, string] => [
      { WEBHOOK_URLS: value },
      "WEBHOOK_URLS must be up to 10 addresses",
    ]),
    ...[
      "secret",
      "whsec_c2hvcnQ=",
      `whsec_${"A".repeat(100)}`,
      `${SECRET} ${SECRET}x ${SECRET}y`,
    ].map((value): [object, string] => [
      { WEBHOOK_SECRET: value },
      "WEBHOOK_SECRET must be whsec_",
    ]),
    [
      { WEBHOOK_URLS: "https://example.org" },
      "WEBHOOK_SECRET must be set with WEBHOOK_URLS; BASE_URL must be set with WEBHOOK_URLS",
    ],
    ...["ftp://example.org/feed", "https://a:b@example.org/feed", "example.org"].map(
      (value): [object, string] => [
        { WATCH_FEEDS: value },
        "WATCH_FEEDS must be up to 50 addresses",
      ],
    ),
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of debug, info, warn, error"],
  ])("%o is rejected with a message", (bad, sentence) => {
    expect(() => parseEnv({ DATABASE_URL, ...bad })).toThrow(sentence);
  });

  test("mails need a server, a sender and the address of the site", () => {
    const mail = {
      SMTP_URL: "smtps://user:secret@mail.example.org",
      MAIL_FROM: "CPEC SEZ Tracker <tracker@example.org>",
      BASE_URL: "https://tracker.example.org",
    };
    expect(parseEnv({ DATABASE_URL, ...mail })).toMatchObject(mail);
  });

  test("feeds are separated by spaces or commas", () => {
    const WATCH_FEEDS = "https://a.org/feed, http://b.org/rss?x=1\nhttps://a.org/feed,";
    expect(parseEnv({ DATABASE_URL, WATCH_FEEDS })).toMatchObject({
      WATCH_FEEDS: ["https://a.org/feed", "http://b.org/rss?x=1"],
    });
  });

  test("webhooks go to https, and on this machine to http, with one or two secrets", () => {
    const webhooks = {
      WEBHOOK_URLS: " https://example.org/hook?key=1\nhttp://localhost:8080/ http://[::1]:8080/ ",
      WEBHOOK_SECRET: `${SECRET} whsec_${"B".repeat(32)}`,
      BASE_URL: "https://tracker.example.org",
    };
    expect(parseEnv({ DATABASE_URL, ...webhooks })).toMatchObject({
      WEBHOOK_URLS: [
        "https://example.org/hook?key=1",
        "http://localhost:8080/",
        "http://[::1]:8080/",
      ],
      WEBHOOK_SECRET: [SECRET, `whsec_${"B".repeat(32)}`],
    });
  });

  test("all errors are reported together", () => {
    expect(() => parseEnv({ DATABASE_URL, PORT: "x", LOG_LEVEL: "y" })).toThrow(
      /PORT .*; LOG_LEVEL /,
    );
  });
});
