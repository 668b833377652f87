import { describe, expect, test } from "vitest";
import {
  describeBreadcrumbs,
  describeDataset,
  describePlace,
} from "@/lib/contract/structured-data";

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

describe("a data set for search engines", () => {
  const FACTS = {
    ...{
      name: "Zones",
      description: "All zones.",
      url: "https://a.example/data",
      creator: "Tracker",
    },
    ...{ contact: "https://a.example/contact", keywords: ["zones"], licence: "https://l.example/" },
    ...{
      asOf: "2026-12-02",
      modified: "2026-11-30",
      version: "r3",
      catalogue: "https://a.example/c",
    },
    variables: [
      { key: "areaAcres", label: "Area", unit: "acres" },
      { key: "name", label: "Name", unit: "" },
    ],
    files: [],
  };

  test("has its place, time, variables, keywords and contact, and the day on which it changed", () => {
    expect(describeDataset({ ...FACTS, extent: [61, 23, 77, 37] })).toMatchObject({
      dateModified: "2026-11-30",
      temporalCoverage: "2012-01-01/2026-12-02",
      spatialCoverage: { geo: { "@type": "GeoShape", box: "23 61 37 77" } },
      keywords: ["zones"],
      creator: { contactPoint: { url: "https://a.example/contact" } },
      variableMeasured: [
        { "@type": "PropertyValue", propertyID: "areaAcres", name: "Area", unitText: "acres" },
        { "@type": "PropertyValue", propertyID: "name", name: "Name" },
      ],
    });
  });

  test("says nothing of a place or a change that is not known", () => {
    const data = describeDataset({ ...FACTS, extent: null, modified: null });
    expect(data).not.toHaveProperty("spatialCoverage");
    expect(data).not.toHaveProperty("dateModified");
  });
});
