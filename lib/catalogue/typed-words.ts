/** How one unit is written, and how many of the field's unit it is. */
interface WrittenUnit {
  readonly words: readonly string[];
  /** One of it in the field's unit: 1 is the field's unit itself. */
  readonly factor: number;
}

/** The units that are understood in a number, by the unit of the field. Money has words of its own. */
export const WRITTEN_UNITS: Readonly<Record<string, readonly WrittenUnit[]>> = {
  MW: [
    { words: ["mw", "megawatt", "megawatts", "میگاواٹ"], factor: 1 },
    { words: ["kw", "kilowatt", "kilowatts"], factor: 0.001 },
    { words: ["gw", "gigawatt", "gigawatts"], factor: 1000 },
  ],
  MMCFD: [
    {
      words: [
        "mmcfd",
        "mmscfd",
        "mmcf/d",
        "mmcf per day",
        "million cubic feet per day",
        "million cubic feet a day",
      ],
      factor: 1,
    },
    { words: ["bcfd", "billion cubic feet per day"], factor: 1000 },
  ],
  acres: [
    { words: ["acres", "acre", "ac", "ایکڑ"], factor: 1 },
    { words: ["ha", "hectare", "hectares", "ہیکٹر"], factor: 2.471_053_8 },
    { words: ["kanal", "kanals", "کنال"], factor: 0.125 },
    { words: ["marla", "marlas"], factor: 0.006_25 },
    {
      words: ["km2", "sq km", "sq. km", "sqkm", "square kilometre", "square kilometres"],
      factor: 247.105_38,
    },
    { words: ["m2", "sq m", "sq. m", "square metre", "square metres"], factor: 0.000_247_105_38 },
  ],
  "%": [{ words: ["%", "percent", "per cent", "pc", "فیصد"], factor: 1 }],
  firms: [
    {
      words: [
        "firms",
        "firm",
        "enterprises",
        "enterprise",
        "companies",
        "company",
        "industries",
        "factories",
        "factory",
        "units",
        "unit",
      ],
      factor: 1,
    },
  ],
  jobs: [
    {
      words: ["jobs", "job", "people", "persons", "workers", "worker", "employees", "employee"],
      factor: 1,
    },
  ],
};

/** Words that multiply a number by a power of 10. */
export const SCALE_WORDS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  ہزار: 3,
  lakh: 5,
  lakhs: 5,
  lac: 5,
  lacs: 5,
  لاکھ: 5,
  million: 6,
  millions: 6,
  mn: 6,
  mln: 6,
  m: 6,
  crore: 7,
  crores: 7,
  cr: 7,
  کروڑ: 7,
  billion: 9,
  billions: 9,
  bn: 9,
  b: 9,
  ارب: 9,
  trillion: 12,
  tn: 12,
};

/** How currencies are written, by their code (ISO 4217). */
export const CURRENCY_WORDS: Readonly<Record<string, readonly string[]>> = {
  USD: ["usd", "us$", "$", "us dollars", "us dollar", "dollars", "dollar", "ڈالر"],
  PKR: ["pkr", "rs", "rs.", "₨", "rupees", "rupee", "روپے"],
  CNY: ["cny", "rmb", "yuan", "renminbi"],
  EUR: ["eur", "€", "euros", "euro"],
  GBP: ["gbp", "£", "pounds", "pound"],
  JPY: ["jpy", "yen"],
  SAR: ["sar", "riyals", "riyal"],
  AED: ["aed", "dirhams", "dirham"],
  KRW: ["krw", "won"],
};

/** Small numbers as words. */
export const NUMBER_WORDS: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** What people type where they have no value; each can mean unknown, none or not applicable. */
export const NO_VALUE_WORDS: ReadonlySet<string> = new Set([
  "-",
  "–",
  "—",
  "--",
  "---",
  "?",
  ".",
  "...",
  "…",
  "*",
  "n/a",
  "n.a.",
  "n.a",
  "na",
  "#n/a",
  "nil",
  "null",
  "none given",
  "not available",
  "not known",
  "not stated",
  "unknown",
  "tbd",
  "tba",
  "نامعلوم",
]);

/** Words before or after a number that make it inexact. */
export const INEXACT_WORDS = [
  "approximately",
  "approx.",
  "approx",
  "about",
  "around",
  "roughly",
  "circa",
  "ca.",
  "c.",
  "some",
  "nearly",
  "almost",
  "over",
  "more than",
  "at least",
  "up to",
  "less than",
  "under",
  "estimated",
  "est.",
  "تقریباً",
] as const;

/** The months in order, in English and Urdu. A name may be shortened to 3 letters. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  ["january", "جنوری"],
  ["february", "فروری"],
  ["march", "مارچ"],
  ["april", "اپریل"],
  ["may", "مئی"],
  ["june", "جون"],
  ["july", "جولائی"],
  ["august", "اگست"],
  ["september", "ستمبر"],
  ["october", "اکتوبر"],
  ["november", "نومبر"],
  ["december", "دسمبر"],
];

/** The days of the week in English and Urdu. A name may be shortened to 3 letters. */
export const WEEKDAY_NAMES: readonly string[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "پیر",
  "منگل",
  "بدھ",
  "جمعرات",
  "جمعہ",
  "ہفتہ",
  "اتوار",
];

/** Yes and no as people type them. */
export const FLAG_WORDS: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  ہاں: true,
  no: false,
  n: false,
  false: false,
  نہیں: false,
};

/** Names of countries that are common beside the official one, by code. */
export const COUNTRY_NICKNAMES: Readonly<Record<string, string>> = {
  uk: "GB",
  britain: "GB",
  usa: "US",
  england: "GB",
  "u.s.": "US",
  "u.s.a.": "US",
  america: "US",
  uae: "AE",
  "u.a.e.": "AE",
  ksa: "SA",
  prc: "CN",
  macau: "MO",
  holland: "NL",
  turkey: "TR",
  korea: "KR",
  chinese: "CN",
  pakistani: "PK",
};

/** What texts call the terms of a vocabulary, by its name and the value. */
export const TERM_SYNONYMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> =
  {
    tenancyStage: {
      building: ["under construction", "being built"],
      producing: ["in production", "operational"],
    },
  };
