import type { VocabularyValue } from "./vocabularies";

type Province = VocabularyValue<"province">;

/**
 * The districts of each province and territory, as of 2026, parted by commas; other names and spellings after a stroke. Names of
 * cities of several districts, such as Karachi, and of districts that were parted stand for their districts.
 */
const NAMES: Readonly<Record<Province, string>> = {
  punjab: `Attock, Bahawalnagar, Bahawalpur, Bhakkar, Chakwal, Chiniot, Dera Ghazi Khan/DG Khan/D.G. Khan, Faisalabad/Lyallpur,
    Gujranwala, Gujrat, Hafizabad, Jhang, Jhelum, Kasur, Khanewal, Khushab, Kot Addu, Lahore, Layyah/Leiah, Lodhran, Mandi
    Bahauddin, Mianwali, Multan, Murree, Muzaffargarh, Nankana Sahib, Narowal, Okara, Pakpattan, Rahim Yar Khan/RY Khan, Rajanpur,
    Rawalpindi, Sahiwal/Montgomery, Sargodha, Sheikhupura, Sialkot, Talagang, Taunsa, Toba Tek Singh, Vehari, Wazirabad`,
  sindh: `Badin, Dadu, Ghotki, Hyderabad, Jacobabad, Jamshoro, Karachi, Karachi Central, Karachi East, Karachi South, Karachi West,
    Keamari/Kemari/Karachi Keamari, Korangi/Karachi Korangi, Malir/Karachi Malir, Kashmore/Kandhkot/Kashmore-Kandhkot, Khairpur/
    Khairpur Mirs, Larkana, Matiari, Mirpur Khas, Naushahro Feroze/Naushero Feroze/Noshahro Feroze, Qambar Shahdadkot/Kambar
    Shahdadkot, Sanghar, Shaheed Benazirabad/Benazirabad/Nawabshah, Shikarpur, Sujawal, Sukkur, Tando Allahyar, Tando Muhammad
    Khan, Tharparkar, Thatta, Umerkot/Umarkot`,
  "khyber-pakhtunkhwa": `Abbottabad, Allai, Bajaur, Bannu, Battagram, Buner/Buneer, Charsadda, Chitral, Lower Chitral, Upper
    Chitral, Dera Ismail Khan/DI Khan/D.I. Khan, Dir, Central Dir, Lower Dir, Upper Dir, Hangu, Haripur, Karak, Khyber, Kohat,
    Kohistan, Kolai-Palas, Lower Kohistan, Upper Kohistan, Kurram, Lower Kurram, Upper Kurram, Lakki Marwat, Malakand, Mansehra,
    Mardan, Mohmand, North Waziristan, Nowshera/Naushera, Orakzai, Paharpur, Peshawar, Shangla, South Waziristan, Lower South
    Waziristan, Upper South Waziristan, Swabi, Swat, Upper Swat, Tank, Torghar/Tor Ghar/Kala Dhaka`,
  balochistan: `Awaran, Barkhan, Chagai, Chaman, Dera Bugti, Duki, Gwadar, Harnai, Hub, Jafarabad, Jhal Magsi, Kachhi/Bolan, Kalat,
    Karezat, Kech/Turbat, Kharan, Khuzdar, Kohlu, Lasbela/Las Bela, Loralai, Mastung, Musakhel, Nasirabad, Nushki/Noshki, Panjgur,
    Pishin, Qila Abdullah/Killa Abdullah, Qila Saifullah/Killa Saifullah, Quetta, Sherani, Sibi, Sohbatpur, Surab/Shaheed Sikandarabad,
    Usta Muhammad, Washuk, Zhob, Ziarat, Barshore, Pishin-Barshore, Tump, Upper Dera Bugti`,
  islamabad: "Islamabad/Islamabad Capital Territory/ICT",
  "gilgit-baltistan": `Astore, Darel, Diamer, Ghanche, Ghizer, Gilgit, Gupis-Yasin, Hunza, Kharmang, Nagar, Rondu, Shigar, Skardu,
    Tangir`,
  "azad-jammu-kashmir": `Bagh, Bhimber/Bhimbar, Hattian/Hattian Bala/Jhelum Valley, Haveli/Forward Kahuta, Kotli, Mirpur, Muzaffarabad,
    Neelum/Neelam, Poonch/Rawalakot/Rawlakot, Sudhnoti/Sudhanoti/Pallandri`,
};

/** Every district with its province and all spellings; the first is its name. */
export const DISTRICTS: readonly {
  readonly province: Province;
  readonly names: readonly string[];
}[] = (Object.keys(NAMES) as Province[]).flatMap((province) =>
  NAMES[province].split(",").map((names) => ({
    province,
    names: names.split("/").map((name) => name.replace(/\s+/g, " ").trim()),
  })),
);
