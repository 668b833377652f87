/**
 * Power plants within 100 km of a zone, as public sources name them. No plant is here without one. `at` [lon, lat]: the
 * source's position where `placed` is "source", else placed by hand at the named village, to about 5 km. `megawatts` is the
 * installed capacity in the source, which may have changed since.
 */

/** `year`: of the text. */
export const PLANT_SOURCES = {
  "nation-2022-10-24": {
    publisher: "The Nation",
    title: "11 power projects completed under CPEC",
    url: "https://www.nation.com.pk/24-Oct-2022/11-power-projects-completed-under-cpec",
    year: 2022,
  },
  "nation-2023-05-29": {
    publisher: "The Nation",
    title: "Tarbela's power generation capacity to jump to 6,418 MW in 2025",
    url: "https://www.nation.com.pk/29-May-2023/tarbela-s-power-generation-capacity-to-jump-to-6418-mw-in-2025",
    year: 2023,
  },
  "ary-2021-05-21": {
    publisher: "ARY News",
    title: "Civil work of K-3 nuclear power plant completed: PAEC",
    url: "https://arynews.tv/en/civil-work-k-3-nuclear-power-plant-completed-paec/",
    year: 2021,
  },
  "nation-2018-05-20": {
    publisher: "The Nation",
    title: "PML-N getting over power crisis, says CM",
    url: "https://nation.com.pk/20-May-2018/pml-n-getting-over-power-crisis-says-cm",
    year: 2018,
  },
  "dawn-2018-07-15": {
    publisher: "Dawn",
    title: "1,223MW IPP to start operations this month",
    url: "https://dawn.com/news/1420159/1223mw-ipp-to-start-operations-this-month",
    year: 2018,
  },
  "dawn-2018-06-06": {
    publisher: "Dawn, repeated by IPPA",
    title: "Nandipur Power Plant resumes operation",
    url: "https://www.ippa.com.pk/2018/06/06/nandipur-power-plant-resumes-operation/",
    year: 2018,
  },
  "thenews-2020-07-17": {
    publisher: "The News International",
    title: "BQPS-III to start operations in 2021",
    url: "https://www.thenews.com.pk/print/687777-bqps-iii-to-start-operations-in-2021",
    year: 2020,
  },
  wri: {
    publisher: "World Resources Institute",
    title: "Global Power Plant Database (CC BY 4.0)",
    url: "https://github.com/wri/global-power-plant-database",
    year: 2018,
  },
};

const plant = (name, fuel, megawatts, at, placed, source) => ({
  name,
  fuel,
  megawatts,
  at,
  placed,
  source,
});

export const POWER_PLANTS = [
  plant("Sahiwal", "coal", 1320, [73.24, 30.71], "by-hand", "nation-2022-10-24"),
  plant("Port Qasim", "coal", 1320, [67.37, 24.785], "by-hand", "nation-2022-10-24"),
  plant("China Hub", "coal", 1320, [66.695, 24.906], "by-hand", "nation-2022-10-24"),
  plant("Bin Qasim FFBL", "coal", 118, [67.418, 24.834], "source", "wri"),
  plant("Bin Qasim II", "gas", 560, [67.36, 24.78], "by-hand", "thenews-2020-07-17"),
  plant("Karachi K-2 and K-3", "nuclear", 2200, [66.79, 24.848], "by-hand", "ary-2021-05-21"),
  plant("Bhikki", "gas", 1180, [73.84, 31.72], "by-hand", "nation-2018-05-20"),
  plant("Balloki", "gas", 1223, [73.86, 31.22], "by-hand", "dawn-2018-07-15"),
  plant("Nandipur", "gas", 425, [74.269, 32.242], "by-hand", "dawn-2018-06-06"),
  plant("Fauji Kabirwala", "gas", 157, [71.956, 30.524], "source", "wri"),
  plant("Habibullah Coastal", "gas", 140, [66.974, 30.277], "source", "wri"),
  plant("Engro Qadirpur", "gas", 217, [69.363, 28.027], "source", "wri"),
  plant("Liberty Daharki", "gas", 232, [69.636, 28.032], "source", "wri"),
  plant("Foundation Daharki", "gas", 185, [69.671, 27.988], "source", "wri"),
  plant("Atlas Sheikhupura", "oil", 225, [74.084, 31.679], "source", "wri"),
  plant("Kohinoor Energy", "oil", 131, [74.187, 31.263], "source", "wri"),
  plant("Nishat Power", "oil", 200, [73.913, 31.139], "source", "wri"),
  plant("Tarbela", "hydro", 4888, [72.686, 34.089], "by-hand", "nation-2023-05-29"),
  plant("Ghazi Barotha", "hydro", 1450, [72.259, 33.779], "source", "wri"),
  plant("Warsak", "hydro", 243, [71.358, 34.164], "source", "wri"),
  plant("Mangla", "hydro", 1000, [73.642, 33.137], "source", "wri"),
  plant("Quaid-e-Azam", "solar", 400, [71.824, 29.318], "source", "wri"),
  plant("UEP Jhimpir", "wind", 100, [67.96, 25.07], "by-hand", "nation-2022-10-24"),
  plant("Foundation Wind", "wind", 100, [67.463, 24.576], "source", "wri"),
];
