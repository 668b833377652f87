import { describe, expect, test } from "vitest";
import { describeBreadcrumbs, describePlace } from "@/lib/contract/structured-data";

const KNOWN = {
  name: "Rashakai",
  description: "A zone.",
  url: "https://a.example/zones/rashakai-sez",
  region: "Khyber Pakhtunkhwa",
  values: {
    aliases: ["Rashakai SEZ"],
    nameUr: "رشکئی",
    nameZh: null,
    location: { lon: 72, lat: 34 },
    locationPrecision: "site" as const,
  },
};

describe("a zone for search engines", () => {
  test("has what is known", () => {
    expect(describePlace(KNOWN)).toEqual({
      "@type": "Place",
      name: "Rashakai",
      description: "A zone.",
      url: "https://a.example/zones/rashakai-sez",
      alternateName: ["Rashakai SEZ", "رشکئی"],
      address: { "@type": "PostalAddress", addressRegion: "Khyber Pakhtunkhwa" },
      geo: { "@type": "GeoCoordinates", latitude: 34, longitude: 72 },
    });
  });

  test("has no coordinates of the nearest town, and nothing in place of what is unknown", () => {
    const { values } = KNOWN;
    const town = { ...KNOWN, values: { ...values, locationPrecision: "town" as const } };
    expect(describePlace(town)).not.toHaveProperty("geo");
    const unknown = {
      ...{ aliases: null, nameUr: null, nameZh: null },
      ...{ location: null, locationPrecision: null },
    };
    expect(Object.keys(describePlace({ ...KNOWN, region: null, values: unknown }))).toEqual([
      "@type",
      "name",
      "description",
      "url",
    ]);
  });
});

test("breadcrumbs are numbered from the top", () => {
  const path = [
    { label: "Zones", href: "/" },
    { label: "Rashakai", href: "/zones/rashakai-sez" },
  ];
  expect(describeBreadcrumbs(path, "https://a.example")).toEqual({
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Zones", item: "https://a.example/" },
      {
        "@type": "ListItem",
        position: 2,
        name: "Rashakai",
        item: "https://a.example/zones/rashakai-sez",
      },
    ],
  });
});
