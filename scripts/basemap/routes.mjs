/**
 * The schematic routes of the map: roads, railways and the alignments of the corridor as sequences of named places.
 * build-detail.mjs joins them. They show on which side of a zone a route passes and are no survey: the lines are off by 3 to
 * 6 km, in the mountains more. A year is given only where a public text names it. A number may have several parts, one
 * for each status.
 */

/** Public texts that name a year or the course of an alignment. */
export const ROUTE_SOURCES = {
  wikipedia: {
    publisher: "Wikipedia",
    title: "Motorways of Pakistan",
    url: "https://en.wikipedia.org/wiki/Motorways_of_Pakistan",
  },
  "wikipedia-urdu": {
    publisher: "Wikipedia (Urdu)",
    title: "National highways of Pakistan",
    url: "https://ur.wikipedia.org/wiki/%D9%BE%D8%A7%DA%A9%D8%B3%D8%AA%D8%A7%D9%86_%DA%A9%DB%8C_%D9%82%D9%88%D9%85%DB%8C_%D8%B4%D8%A7%DB%81%D8%B1%D8%A7%DB%81%DB%8C%DA%BA",
  },
  "dawn-2019-11-07": {
    publisher: "Dawn",
    title: "Opening of the Multan-Sukkur Motorway, 7 November 2019",
    url: "https://www.dawn.com/news/1515372/",
  },
  "nation-2020-03-19": {
    publisher: "The Nation",
    title: "Lahore-Sialkot Motorway opened for traffic",
    url: "https://nation.com.pk/19-Mar-2020/lahore-sialkot-motorway-opened-for-traffic",
  },
  "pid-2022-01-05": {
    publisher: "Press Information Department, Government of Pakistan",
    title: "Press release 37 of 5 January 2022",
    url: "http://pid.gov.pk/site/press_detail/18823",
  },
  "app-2017-05-25": {
    publisher: "Associated Press of Pakistan",
    title: "NHA working on Rs 700 bn CPEC projects in three alignments",
    url: "https://www.app.com.pk/nha-working-on-rs-700-bn-cpec-projects-in-three-alignments/",
  },
  "dailytimes-2021-05-23": {
    publisher: "Daily Times",
    title: "103km Nokundi-Mashkhel road to improve access to Iran",
    url: "https://dailytimes.com.pk/760181/103km-nokundi-mashkhel-road-to-improve-access-to-iran/",
  },
  "dailytimes-2022-01-25": {
    publisher: "Daily Times",
    title: "CPEC western alignment to be completed in 3 years",
    url: "https://dailytimes.com.pk/874784/cpec-western-alignment-to-be-completed-in-3-years/",
  },
};

/**
 * Interchanges, junctions and villages that the places of the map lack, or have at another place of the same name; placed
 * by hand to a few kilometres: [lon, lat].
 */
export const WAYPOINTS = {
  "Abdul Hakeem": [72.13, 30.56],
  Aghor: [65.53, 25.47],
  Babusar: [74.05, 35.15],
  Balakot: [73.35, 34.55],
  Basima: [65.88, 27.93],
  Besham: [72.87, 34.93],
  "Bin Qasim": [67.35, 24.87],
  Burhan: [72.65, 33.83],
  Chakdara: [72.03, 34.65],
  Chakri: [72.78, 33.31],
  Daraban: [70.33, 31.73],
  Dargai: [71.9, 34.5],
  Lilla: [72.8, 32.62],
  "Fateh Jang": [72.64, 33.57],
  Fazilpur: [70.46, 29.29],
  Gabd: [61.68, 25.24],
  Gojal: [74.83, 36.42],
  "Gwadar junction": [62.36, 25.22],
  Hakla: [72.83, 33.67],
  "Hasan Abdal": [72.69, 33.82],
  Hub: [66.88, 25.03],
  "Isa Khel": [71.28, 32.68],
  Jaglot: [74.62, 35.69],
  Jungshahi: [67.77, 24.86],
  Kaghan: [73.52, 34.78],
  "Kala Shah Kaku": [74.27, 31.72],
  Kamra: [72.4, 33.84],
  "Karnal Sher Khan": [72.22, 34.1],
  Katlang: [72.1, 34.36],
  Khanozai: [67.32, 30.62],
  Kohala: [73.5, 34.1],
  Kuchlak: [66.95, 30.37],
  Khunjerab: [75.39, 36.8],
  "Kund Malir": [65.47, 25.4],
  Landhi: [67.23, 24.86],
  Mehrabpur: [68.03, 27.11],
  Mekhtar: [69.37, 30.47],
  "Mughal Kot": [70.02, 31.44],
  "Muslim Bagh": [67.74, 30.83],
  Nag: [65.13, 27.4],
  Naran: [73.65, 34.91],
  "Narowal interchange": [74.36, 31.87],
  Nokundi: [62.75, 28.83],
  "Northern Bypass": [67.02, 24.98],
  Palai: [72.06, 34.54],
  "Pasni Zero Point": [63.42, 25.33],
  "Peshawar ring": [71.62, 34.05],
  Phor: [66.08, 25.52],
  Qubo: [67.66, 27.8],
  Raikot: [74.6, 35.49],
  Rajana: [72.6, 30.88],
  Rakhni: [69.92, 30.05],
  "Rahmani Khel": [71.08, 32.22],
  Samundri: [72.96, 31.05],
  Sazin: [73.42, 35.53],
  Sharaqpur: [74.06, 31.43],
  Shinkiari: [73.27, 34.47],
  Shorkot: [72.09, 30.84],
  "Sohrab Goth": [67.1, 24.98],
  Spezand: [66.99, 29.98],
  "Swabi interchange": [72.42, 34.04],
  Talar: [62.75, 25.35],
  Tarap: [72.0, 33.02],
  Taxila: [72.83, 33.75],
  Thakot: [72.93, 34.78],
  "Uch Sharif": [71.06, 29.24],
  Wadh: [66.37, 27.35],
  Wangu: [67.3, 27.76],
  Yarik: [70.8, 32.05],
  Wando: [74.38, 32.08],
  "Zero Point": [66.62, 25.52],
};

const motorway = (number, status, opened, source, places) => ({
  number,
  kind: "motorway",
  status,
  opened,
  source,
  places,
});
const highway = (number, opened, source, places) => ({
  number,
  kind: "highway",
  status: "operational",
  opened,
  source,
  places,
});
const railway = (number, places) => ({
  number,
  kind: "railway",
  status: "operational",
  opened: null,
  source: null,
  places,
});
/** Of the corridor: the planned course as a whole, of which parts are in use. */
const alignment = (number, places) => ({
  number,
  kind: "cpec",
  status: null,
  opened: null,
  source: "app-2017-05-25",
  places,
});

const split = (line) => line.split(" – ");

/** `status` null: of several. `opened`: the year of the last part; null: no public text at hand names it. */
export const ROUTES = [
  motorway(
    "M-1",
    "operational",
    2007,
    "wikipedia",
    split(
      "Peshawar ring – Rashakai – Karnal Sher Khan – Swabi interchange – Burhan – Hakla – Islamabad",
    ),
  ),
  motorway(
    "M-2",
    "operational",
    1997,
    "wikipedia",
    split(
      "Islamabad – Chakri – Kallar Kahar – Lilla – Bhera – Kot Mumin – Pindi Bhattian – Sukheke Mandi – Sheikhupura – Kala Shah Kaku – Lahore",
    ),
  ),
  motorway(
    "M-3",
    "operational",
    2019,
    "wikipedia",
    split("Lahore – Sharaqpur – Nankana Sahib – Jaranwala – Samundri – Rajana – Abdul Hakeem"),
  ),
  motorway(
    "M-4",
    "operational",
    2019,
    "wikipedia",
    split(
      "Pindi Bhattian – Sahianwala – Gojra – Toba Tek Singh – Shorkot – Abdul Hakeem – Khanewal – Multan",
    ),
  ),
  motorway(
    "M-5",
    "operational",
    2019,
    "dawn-2019-11-07",
    split(
      "Multan – Shujaabad – Jalalpur Pirwala – Uch Sharif – Zahir Pir – Saddiqabad – Ubauro – Ghotki – Pano Aqil – Rohri",
    ),
  ),
  motorway(
    "M-6",
    "planned",
    null,
    null,
    split(
      "Rohri – Khairpur – Ranipur – Naushahro Firoz – Moro – Sakrand – Hala – Matiari – Hyderabad",
    ),
  ),
  motorway(
    "M-8",
    "operational",
    null,
    "dailytimes-2022-01-25",
    split("Gwadar – Gwadar junction – Talar – Turbat – Hoshab"),
  ),
  motorway(
    "M-8",
    "under-construction",
    null,
    "dailytimes-2022-01-25",
    split("Hoshab – Awaran – Khuzdar"),
  ),
  motorway(
    "M-8",
    "operational",
    null,
    "dailytimes-2021-05-23",
    split("Khuzdar – Wangu – Qubo – Shahdad Kot – Ratodero"),
  ),
  motorway("M-9", "operational", null, null, split("Sohrab Goth – Nooriabad – Hyderabad")),
  motorway(
    "M-10",
    "operational",
    null,
    null,
    split("Karachi Port – Northern Bypass – Sohrab Goth"),
  ),
  motorway(
    "M-11",
    "operational",
    2020,
    "nation-2020-03-19",
    split("Lahore – Kala Shah Kaku – Narowal interchange – Wando – Daska Kalan – Sambrial"),
  ),
  motorway("M-12", "under-construction", null, null, split("Sambrial – Gujrat – Kharian")),
  motorway("M-13", "planned", null, null, split("Kharian – Jhelum – Gujar Khan – Rawalpindi")),
  motorway(
    "M-14",
    "operational",
    2022,
    "pid-2022-01-05",
    split("Hakla – Fateh Jang – Pindi Gheb – Tarap – Daud Khel – Isa Khel – Rahmani Khel – Yarik"),
  ),
  motorway(
    "M-15",
    "operational",
    null,
    null,
    split("Burhan – Haripur – Havelian – Abbottabad – Mansehra – Shinkiari – Battagram – Thakot"),
  ),
  motorway(
    "M-16",
    "operational",
    null,
    null,
    split("Karnal Sher Khan – Katlang – Palai – Chakdara"),
  ),

  highway(
    "N-5",
    1952,
    "wikipedia-urdu",
    split(
      "Karachi – Landhi – Dhabeji – Gharo – Thatta – Kotri – Hyderabad – Matiari – Hala – Sakrand – Moro – Naushahro Firoz – Ranipur – Khairpur – Rohri – Pano Aqil – Ghotki – Mirpur Mathelo – Ubauro – Saddiqabad – Rahim Yar Khan – Zahir Pir – Ahmadpur East – Bahawalpur – Lodhran – Multan – Khanewal – Mian Channun – Chichawatni – Sahiwal – Okara – Pattoki – Lahore – Muridke – Kamoke – Gujranwala – Wazirabad – Gujrat – Lala Musa – Kharian – Sarai Alamgir – Jhelum – Gujar Khan – Rawalpindi – Taxila – Hasan Abdal – Kamra – Nowshera – Pabbi – Peshawar – Landi Kotal – Torkham",
    ),
  ),
  highway(
    "N-10",
    2003,
    "wikipedia-urdu",
    split(
      "Zero Point – Phor – Aghor – Kund Malir – Ormara – Pasni Zero Point – Talar – Gwadar junction – Gabd",
    ),
  ),
  highway("N-15", null, null, split("Mansehra – Balakot – Kaghan – Naran – Babusar – Chilas")),
  highway(
    "N-25",
    null,
    null,
    split(
      "Karachi – Hub – Zero Point – Uthal – Bela – Wadh – Khuzdar – Surab – Kalat – Mastung – Quetta – Kuchlak – Qila Abdullah – Chaman",
    ),
  ),
  highway("N-30", null, null, split("Basima – Khuzdar")),
  highway(
    "N-35",
    1979,
    "wikipedia-urdu",
    split(
      "Hasan Abdal – Haripur – Havelian – Abbottabad – Mansehra – Battagram – Thakot – Besham – Patan – Dasu – Sazin – Chilas – Raikot – Jaglot – Gilgit – Aliabad – Gojal – Sust – Khunjerab",
    ),
  ),
  highway("N-40", null, null, split("Quetta – Nushki – Dalbandin – Nokundi – Taftan")),
  highway(
    "N-45",
    null,
    null,
    split("Nowshera – Mardan – Dargai – Chakdara – Timargara – Upper Dir – Chitral"),
  ),
  highway(
    "N-50",
    null,
    null,
    split(
      "Kuchlak – Khanozai – Muslim Bagh – Qila Saifullah – Zhob – Mughal Kot – Daraban – Dera Ismail Khan",
    ),
  ),
  highway(
    "N-55",
    null,
    null,
    split(
      "Kotri – Jamshoro – Sann – Sehwan – Dadu – Mehar – Larkana – Ratodero – Shikarpur – Kandhkot – Kashmor – Rojhan – Rajanpur – Fazilpur – Jampur – Dera Ghazi Khan – Taunsa – Dera Ismail Khan – Yarik – Lakki – Sarai Naurang – Karak – Kohat – Peshawar",
    ),
  ),
  highway(
    "N-65",
    null,
    null,
    split(
      "Sukkur – Shikarpur – Jacobabad – Dera Allahyar – Dera Murad Jamali – Sibi – Mach – Quetta",
    ),
  ),
  highway(
    "N-70",
    null,
    null,
    split("Qila Saifullah – Loralai – Mekhtar – Rakhni – Dera Ghazi Khan – Muzaffargarh – Multan"),
  ),
  highway("N-75", null, null, split("Islamabad – Murree – Kohala")),
  highway("N-80", null, null, split("Hakla – Fateh Jang – Jand – Kohat")),
  highway("N-85", null, null, split("Hoshab – Panjgur – Nag – Basima – Surab")),

  railway(
    "ML-1",
    split(
      "Karachi – Landhi – Bin Qasim – Dhabeji – Jungshahi – Jhimpir – Kotri – Hyderabad – Tando Adam – Shahdadpur – Nawabshah – Pad Idan – Mehrabpur – Ranipur – Gambat – Khairpur – Rohri – Pano Aqil – Ghotki – Mirpur Mathelo – Saddiqabad – Rahim Yar Khan – Khanpur – Bahawalpur – Lodhran – Multan – Khanewal – Mian Channun – Chichawatni – Sahiwal – Okara – Pattoki – Raiwind – Lahore – Muridke – Gujranwala – Wazirabad – Gujrat – Lala Musa – Jhelum – Gujar Khan – Rawalpindi – Taxila – Attock – Nowshera – Pabbi – Peshawar",
    ),
  ),
  railway(
    "ML-2",
    split(
      "Kotri – Sann – Sehwan – Dadu – Sita Road – New Badah – Larkana – Shikarpur – Jacobabad – Thul – Kandhkot – Kashmor – Rojhan – Rajanpur – Jampur – Dera Ghazi Khan – Kot Addu – Layyah – Karor – Bhakkar – Darya Khan – Kalur Kot – Kundian – Mianwali – Daud Khel – Jand – Attock",
    ),
  ),
  railway(
    "ML-3",
    split(
      "Rohri – Sukkur – Shikarpur – Jacobabad – Dera Allahyar – Dera Murad Jamali – Sibi – Mach – Spezand – Quetta – Bostan – Qila Abdullah – Chaman",
    ),
  ),
  railway("ML-4", split("Spezand – Nushki – Dalbandin – Nokundi – Taftan")),

  alignment(
    "CPEC common",
    split(
      "Khunjerab – Sust – Gojal – Aliabad – Gilgit – Jaglot – Raikot – Chilas – Sazin – Dasu – Patan – Besham – Thakot – Battagram – Shinkiari – Mansehra – Abbottabad – Havelian – Haripur – Burhan",
    ),
  ),
  alignment(
    "CPEC western",
    split(
      "Burhan – Hakla – Fateh Jang – Pindi Gheb – Tarap – Daud Khel – Isa Khel – Rahmani Khel – Yarik – Dera Ismail Khan – Daraban – Mughal Kot – Zhob – Qila Saifullah – Muslim Bagh – Khanozai – Kuchlak – Quetta – Mastung – Kalat – Surab – Basima – Nag – Panjgur – Hoshab – Turbat – Talar – Gwadar junction – Gwadar",
    ),
  ),
  alignment(
    "CPEC central",
    split(
      "Pindi Gheb – Daud Khel – Mianwali – Bhakkar – Layyah – Kot Addu – Dera Ghazi Khan – Jampur – Rajanpur – Rojhan – Kashmor – Kandhkot – Shikarpur – Ratodero – Shahdad Kot – Qubo – Wangu – Khuzdar – Basima",
    ),
  ),
  alignment(
    "CPEC eastern",
    split(
      "Hakla – Islamabad – Chakri – Kallar Kahar – Lilla – Bhera – Kot Mumin – Pindi Bhattian – Sahianwala – Gojra – Toba Tek Singh – Shorkot – Abdul Hakeem – Khanewal – Multan – Shujaabad – Jalalpur Pirwala – Uch Sharif – Zahir Pir – Saddiqabad – Ubauro – Ghotki – Pano Aqil – Sukkur – Shikarpur – Ratodero",
    ),
  ),
];
