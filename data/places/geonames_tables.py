"""What GeoNames does not tell or tells wrongly: provinces by their code, names, kinds and words. Read by build_geonames.py."""

# What a town that is the seat of a division is also called.
DISTRICT = {"IQ": ("قضاء", "ناحية"), "SY": ("ناحية",), "YE": ("مديرية",), "LB": ("قضاء",), "PS": ("مخيم",), "IL": ("مستوطنة",), "SD": ("محلية",),
            "LY": ("بلدية",), "DZ": ("ولاية",), "TN": ("معتمدية",), "OM": ("ولاية",), "EG": ("مركز",)}

# GeoNames admin1code -> slug of the province (data/places/provinces.csv). Palestine: the region.
ADMIN = {
    "AE": {"01": "abu-dhabi", "02": "ajman", "03": "dubai", "04": "fujairah", "05": "ras-al-khaimah", "06": "sharjah", "07": "umm-al-quwain"},
    "BH": {"15": "muharraq", "16": "capital", "17": "southern", "19": "northern"},
    "DJ": {"01": "ali-sabieh", "04": "obock", "05": "tadjoura", "06": "dikhil", "07": "djibouti", "08": "arta"},
    "DZ": {"01": "algiers", "03": "batna", "04": "constantine", "06": "medea", "07": "mostaganem", "09": "oran", "10": "saida", "12": "setif", "13": "tiaret", "14": "tizi-ouzou", "15": "tlemcen", "18": "bejaia", "19": "biskra", "20": "blida", "21": "bouira", "22": "djelfa", "23": "guelma", "24": "jijel", "25": "laghouat", "26": "mascara", "27": "msila", "29": "oum-el-bouaghi", "30": "sidi-bel-abbes", "31": "skikda", "33": "tebessa", "34": "adrar", "35": "ain-defla", "36": "ain-temouchent", "37": "annaba", "38": "bechar", "39": "bordj-bou-arreridj", "40": "boumerdes", "41": "chlef", "42": "el-bayadh", "43": "el-oued", "44": "el-tarf", "45": "ghardaia", "46": "illizi", "47": "khenchela", "48": "mila", "49": "naama", "50": "ouargla", "51": "relizane", "52": "souk-ahras", "53": "tamanrasset", "54": "tindouf", "55": "tipaza", "56": "tissemsilt", "BA": "beni-abbes", "BB": "bordj-badji-mokhtar", "DJ": "djanet", "EM": "el-meniaa", "IG": "in-guezzam", "IS": "in-salah", "MG": "el-mghair", "OD": "ouled-djellal", "TG": "touggourt", "TM": "timimoun"},
    "EG": {"01": "dakahlia", "02": "red-sea", "03": "beheira", "04": "fayoum", "05": "gharbia", "06": "alexandria", "07": "ismailia", "08": "giza", "09": "monufia", "10": "minya", "11": "cairo", "12": "qalyubia", "13": "new-valley", "14": "sharqia", "15": "suez", "16": "aswan", "17": "asyut", "18": "beni-suef", "19": "port-said", "20": "damietta", "21": "kafr-el-sheikh", "22": "matrouh", "23": "qena", "24": "sohag", "26": "south-sinai", "27": "north-sinai", "28": "luxor"},
    "IL": {"00": "northern", "01": "southern", "02": "central", "03": "northern", "04": "haifa", "05": "tel-aviv", "06": "jerusalem"},
    "IQ": {"01": "anbar", "02": "basra", "03": "muthanna", "04": "qadisiyyah", "05": "sulaymaniyah", "06": "babil", "07": "baghdad", "08": "duhok", "09": "dhi-qar", "10": "diyala", "11": "erbil", "12": "karbala", "13": "kirkuk", "14": "maysan", "15": "nineveh", "16": "wasit", "17": "najaf", "18": "salah-al-din", "19": "halabja"},
    "IR": {"01": "west-azerbaijan", "03": "chaharmahal", "04": "sistan-baluchestan", "05": "kohgiluyeh", "07": "fars", "08": "gilan", "09": "hamadan", "10": "ilam", "11": "hormozgan", "13": "kermanshah", "15": "khuzestan", "16": "kurdistan", "22": "bushehr", "23": "lorestan", "25": "semnan", "26": "tehran", "28": "isfahan", "29": "kerman", "32": "ardabil", "33": "east-azerbaijan", "34": "markazi", "35": "mazandaran", "36": "zanjan", "37": "golestan", "38": "qazvin", "39": "qom", "40": "yazd", "41": "south-khorasan", "42": "razavi-khorasan", "43": "north-khorasan", "44": "alborz"},
    "JO": {"02": "balqa", "09": "karak", "12": "tafilah", "15": "mafraq", "16": "amman", "17": "zarqa", "18": "irbid", "19": "maan", "20": "ajloun", "21": "aqaba", "22": "jerash", "23": "madaba"},
    "KM": {"01": "anjouan", "02": "grande-comore", "03": "moheli"},
    "KW": {"02": "asimah", "04": "ahmadi", "05": "jahra", "07": "farwaniya", "08": "hawalli", "09": "mubarak-al-kabeer"},
    "LB": {"04": "beirut", "05": "mount-lebanon", "06": "south", "07": "nabatieh", "08": "beqaa", "09": "north", "10": "akkar", "11": "baalbek-hermel"},
    "LY": {"63": "jabal-al-akhdar", "64": "jufra", "65": "kufra", "66": "marj", "67": "nuqat-al-khams", "68": "zawiya", "69": "benghazi", "70": "derna", "71": "ghat", "72": "misrata", "73": "murzuq", "74": "nalut", "75": "sabha", "76": "sirte", "77": "tripoli", "78": "wadi-al-shatii", "79": "butnan", "80": "jabal-al-gharbi", "81": "jafara", "82": "murqub", "83": "wahat", "84": "wadi-al-hayat"},
    "MA": {"01": "tanger-tetouan", "02": "oriental", "03": "fes-meknes", "04": "rabat-sale", "05": "beni-mellal", "06": "casablanca", "07": "marrakesh", "08": "draa", "09": "souss", "10": "guelmim", "11": "laayoune", "12": "dakhla"},
    "MR": {"01": "hodh-charghi", "02": "hodh-gharbi", "03": "assaba", "04": "gorgol", "05": "brakna", "06": "trarza", "07": "adrar", "08": "nouadhibou", "09": "tagant", "10": "guidimaka", "11": "tiris", "12": "inchiri", "13": "nouakchott-west", "14": "nouakchott-north", "15": "nouakchott-south"},
    "OM": {"01": "dakhiliyah", "02": "south-batinah", "03": "wusta", "04": "south-sharqiyah", "06": "muscat", "07": "musandam", "08": "dhofar", "09": "dhahirah", "10": "buraimi", "11": "north-batinah", "12": "north-sharqiyah"},
    "PS": {"GZ": "gaza-strip", "WE": "west-bank"},
    "QA": {"01": "doha", "04": "khor", "06": "rayyan", "08": "shamal", "09": "umm-salal", "10": "wakrah", "13": "daayen", "14": "shahaniya"},
    "SA": {"02": "bahah", "05": "madinah", "06": "eastern", "08": "qassim", "10": "riyadh", "11": "asir", "13": "hail", "14": "makkah", "15": "northern-borders", "16": "najran", "17": "jazan", "19": "tabuk", "20": "jawf"},
    "SD": {"29": "khartoum", "36": "red-sea", "38": "jazirah", "39": "gedaref", "41": "white-nile", "42": "blue-nile", "43": "northern", "47": "west-darfur", "49": "south-darfur", "50": "south-kordofan", "52": "kassala", "53": "river-nile", "55": "north-darfur", "56": "north-kordofan", "58": "sennar", "60": "east-darfur", "61": "central-darfur", "62": "west-kordofan"},
    "SO": {"01": "bakool", "02": "banaadir", "03": "bari", "04": "bay", "05": "galguduud", "06": "gedo", "07": "hiiraan", "08": "middle-juba", "09": "lower-juba", "10": "mudug", "12": "sanaag", "13": "middle-shabelle", "14": "lower-shabelle", "18": "nugaal", "19": "togdheer", "20": "woqooyi-galbeed", "21": "awdal", "22": "sool"},
    "SS": {"01": "central-equatoria", "02": "eastern-equatoria", "03": "jonglei", "04": "lakes", "05": "northern-bahr-el-ghazal", "06": "unity", "07": "upper-nile", "08": "warrap", "09": "western-bahr-el-ghazal", "10": "western-equatoria"},
    "SY": {"01": "hasakah", "02": "latakia", "03": "quneitra", "04": "raqqa", "05": "suwayda", "06": "daraa", "07": "deir-ez-zor", "08": "rif-dimashq", "09": "aleppo", "10": "hama", "11": "homs", "12": "idlib", "13": "damascus", "14": "tartus"},
    "TN": {"02": "kasserine", "03": "kairouan", "06": "jendouba", "14": "kef", "15": "mahdia", "16": "monastir", "17": "beja", "18": "bizerte", "19": "nabeul", "22": "siliana", "23": "sousse", "27": "ben-arous", "28": "medenine", "29": "gabes", "30": "gafsa", "31": "kebili", "32": "sfax", "33": "sidi-bouzid", "34": "tataouine", "35": "tozeur", "36": "tunis", "37": "zaghouan", "38": "ariana", "39": "manouba"},
    "TR": {"02": "adiyaman", "03": "afyonkarahisar", "04": "agri", "05": "amasya", "07": "antalya", "08": "artvin", "09": "aydin", "10": "balikesir", "11": "bilecik", "12": "bingol", "13": "bitlis", "14": "bolu", "15": "burdur", "16": "bursa", "17": "canakkale", "19": "corum", "20": "denizli", "21": "diyarbakir", "22": "edirne", "23": "elazig", "24": "erzincan", "25": "erzurum", "26": "eskisehir", "28": "giresun", "31": "hatay", "32": "mersin", "33": "isparta", "34": "istanbul", "35": "izmir", "37": "kastamonu", "38": "kayseri", "39": "kirklareli", "40": "kirsehir", "41": "kocaeli", "43": "kutahya", "44": "malatya", "45": "manisa", "46": "kahramanmaras", "48": "mugla", "49": "mus", "50": "nevsehir", "52": "ordu", "53": "rize", "54": "sakarya", "55": "samsun", "57": "sinop", "58": "sivas", "59": "tekirdag", "60": "tokat", "61": "trabzon", "62": "tunceli", "63": "sanliurfa", "64": "usak", "65": "van", "66": "yozgat", "68": "ankara", "69": "gumushane", "70": "hakkari", "71": "konya", "72": "mardin", "73": "nigde", "74": "siirt", "75": "aksaray", "76": "batman", "77": "bayburt", "78": "karaman", "79": "kirikkale", "80": "sirnak", "81": "adana", "82": "cankiri", "83": "gaziantep", "84": "kars", "85": "zonguldak", "86": "ardahan", "87": "bartin", "88": "igdir", "89": "karabuk", "90": "kilis", "91": "osmaniye", "92": "yalova", "93": "duzce"},
    "YE": {"01": "abyan", "02": "aden", "03": "mahrah", "04": "hadramawt", "05": "shabwah", "08": "hudaydah", "10": "mahwit", "11": "dhamar", "14": "marib", "15": "saada", "16": "sanaa", "18": "dhale", "19": "amran", "20": "bayda", "21": "jawf", "22": "hajjah", "23": "ibb", "24": "lahij", "25": "taiz", "26": "amanat-al-asimah", "27": "raymah", "28": "socotra"},
}

# geonameid -> name a newspaper writes, then variants. For rows without a good Arabic name in GeoNames.
HAND = {
    163476: ("تل رفعت", "مدينة رفعت",),  # Tall Rif‘at
    172082: ("إعزاز", "عزاز",),  # I‘zāz
    34703: ("صرواح", "سوق صرواح",),  # Sūq Şirwāḩ
    49636: ("يغوري",),  # Yagoori
    49747: ("حدر", "حودور",),  # Xuddur
    53654: ("مقديشو", "مقديشيو", "العاصمة الصومالية",),  # Mogadishu
    57289: ("هرجيسا", "هرغيسا",),  # Hargeysa
    58994: ("غربهاري", "جربهاري",),  # Garbahaarrey
    59611: ("جالكعيو", "غالكعيو", "جالكايو",),  # Gaalkacyo
    64536: ("بيدوا", "بيداوا", "بيدوة",),  # Baidoa
    71137: ("صنعاء", "العاصمة اليمنية", "العاصمة صنعاء",),  # Sanaa
    73560: ("لحج", "الحوطة", "مدينة الحوطة",),  # Laḩij
    75163: ("حرض", "مديرية حرض", "جبهة حرض", "مدينة حرض",),  # Ḩaraḑ
    76089: ("ذوباب", "ذباب",),  # Dhubāb
    77278: ("بني حجاج",),  # Banī Ḩujjāj
    78751: ("المخا", "المخاء", "ميناء المخا",),  # Mocha
    79006: ("المحابشة",),  # Al Maḩābishah
    79455: ("مدينة الحزم", "مديرية الحزم", "الحزم عاصمة الجوف", "حزم الجوف",),  # Al Ḩazm
    83726: ("قرنادة",),  # Qirnādah
    83861: ("قصر ليبيا",),  # Qaşr Lībiyā
    86049: ("جالو",),  # Jālū
    88562: ("التاج",),  # At Tāj
    88967: ("الجغبوب",),  # Al Jaghbūb
    90393: ("تلعفر", "تل أعفر",),  # Tall ‘Afar
    91696: ("مصيف صلاح الدين", "بيرمام",),  # Pīrmām
    95446: ("أربيل", "هولير",),  # Erbil
    96309: ("مدينة حديثة", "قضاء حديثة", "حديثة بالأنبار", "ناحية حديثة",),  # Ḩadīthah
    97001: ("الدبس", "دبس",),  # Dibis
    98112: ("قضاء بلد", "مدينة بلد", "بلدة بلد",),  # Balad
    98182: ("بغداد", "العاصمة العراقية", "العاصمة بغداد",),  # Baghdad
    98697: ("ناحية الرياض",),  # Ar Riyāḑ
    98717: ("الرمادي",),  # Ramadi
    99072: ("الموصل", "مدينة الموصل",),  # Mosul
    99375: ("ناحية الحمزة", "قضاء الحمزة", "الحمزة الشرقي",),  # Al Ḩamzah
    99439: ("الفهود",),  # Nāḩiyat al Fuhūd
    99532: ("البصرة",),  # Basrah
    99611: ("العمادية", "آميدي", "عمادية",),  # Al ‘Amādīyah
    99759: ("الدجيل",),  # Ad Dujayl
    99768: ("قضاء الدور", "مدينة الدور", "بلدة الدور", "ناحية الدور",),  # Ad Dawr
    101313: ("طريف",),  # Ţurayf
    101516: ("تيماء",),  # Taymā’
    101732: ("عنيزة",),  # Unaizah
    102451: ("صامطة",),  # Şāmitah
    103035: ("رابغ",),  # Rābigh
    103369: ("بيشة",),  # Qal‘at Bīshah
    104515: ("مكة المكرمة", "مكة",),  # Makkah
    104578: ("مهد الذهب",),  # Mahd adh Dhahab
    104716: ("ليلى",),  # Laylá
    104923: ("خليص",),  # Khulayş
    105299: ("جازان", "جيزان",),  # Jizan
    106102: ("حقل",),  # Ḩaql
    106281: ("حائل",),  # Ha'il
    107968: ("الطائف",),  # Ta’if
    108410: ("الرياض", "العاصمة السعودية",),  # Riyadh
    109223: ("المدينة المنورة",),  # Madinah
    109253: ("الليث",),  # Al Līth
    109306: ("الخرمة",),  # Al Khurmah
    109380: ("الخفجي",),  # Al Khafjī
    110250: ("عفيف",),  # Afif
    110325: ("الدوادمي",),  # Ad Dawādimī
    112931: ("طهران", "العاصمة الإيرانية",),  # Tehran
    117574: ("سنندج", "سنندج الإيرانية", "سنه",),  # Sanandaj
    119208: ("مدينة قم", "قم الإيرانية",),  # Qom
    124665: ("مدينة مشهد", "مشهد الإيرانية",),  # Mashhad
    125206: ("ماكو",),  # Makū
    127319: ("خرمشهر", "المحمرة",),  # Khorramshahr
    130802: ("إيلام", "عيلام",),  # Īlām
    141584: ("مدينة بانة", "بانة الإيرانية",),  # Bāneh
    143534: ("مدينة آمل",),  # Āmol
    163434: ("تل تمر",),  # Tall Tamr
    163470: ("تل سلحب", "تلسلحب", "سلحب",),  # Tall Salḩab
    163750: ("تل أبيض", "كري سبي",),  # Tall Abyaḑ
    164071: ("صرين",),  # Şirrīn ash Shamālīyah
    164159: ("الشيوخ تحتاني", "بلدة الشيوخ", "شيوخ تحتاني",),  # Shuyūkh Taḩtānī
    165158: ("السبع بيار", "سبع بيار",),  # As Sab‘ Biyār
    165509: ("رأس العين", "سري كانيه",),  # Ra’s al ‘Ayn
    165757: ("القحطانية", "قبور البيض", "تربسبيه",),  # Al Qaḩţānīyah
    166742: ("محردة",),  # Maharda
    167605: ("معرة مصرين", "معرتمصرين", "معرة مصرين",),  # Ma‘arratmişrīn
    167611: ("معرة النعمان", "معرة نعمان", "المعرة",),  # Ma‘arrat an Nu‘mān
    168620: ("كفرزيتا", "كفر زيتا", "كفر زيتة",),  # Kafr Zaytā
    168661: ("كفرنبل", "كفر نبل",),  # Kafranbel
    168886: ("جديدة يابوس",),  # Judaydat Yābūs
    169138: ("الراعي", "جوبان باي", "بلدة الراعي",),  # Ar Rā‘ī
    169557: ("حسياء", "حسيا",),  # Ḩisyā’
    170137: ("الحاضر", "بلدة الحاضر",),  # Al Ḩāḑir
    170654: ("دمشق", "العاصمة السورية", "العاصمة دمشق",),  # Damascus
    170857: ("دارة عزة", "دار تعزة", "دارة تعزة",),  # Dārat ‘Izzah
    171126: ("بصرى الشام",),  # Buşrá ash Shām
    172256: ("عين العرب", "كوباني", "كوبانة",),  # ‘Ayn al ‘Arab
    172374: ("الطبقة", "مدينة الثورة",),  # Al-Tabqa
    172408: ("السويداء", "مدينة السويداء",),  # As-Suwayda
    173530: ("المالكية", "ديريك",),  # Al Mālikīyah
    173711: ("الجوادية", "جل آغا",),  # Al Jawādīyah
    173797: ("الهول",),  # Al Ḩawl
    174036: ("العشارة",),  # Al ‘Ashārah
    174043: ("العريمة",),  # Al ‘Arīmah
    174448: ("البوكمال", "أبو كمال", "البو كمال",),  # Ālbū Kamāl
    174506: ("هجين",),  # Hajīn
    174611: ("أبو الظهور", "أبو الضهور",),  # Abū az̧ Z̧uhūr
    223817: ("مدينة جيبوتي", "العاصمة الجيبوتية", "جيبوتي العاصمة",),  # Djibouti
    247340: ("ريمون",),  # Raymūn
    248923: ("عزرا",),  # ‘Izrā
    248946: ("إربد",),  # Irbid
    250441: ("عمان", "العاصمة الأردنية", "العاصمة عمان",),  # Amman
    250774: ("العقبة", "مدينة العقبة", "ميناء العقبة",),  # Aqaba
    266826: ("طرابلس", "طرابلس اللبنانية", "مدينة طرابلس شمال لبنان",),  # Tripoli
    267008: ("مدينة صور", "قضاء صور", "منطقة صور", "صور اللبنانية",),  # Tyre
    268064: ("صيدا",),  # Sidon
    272849: ("كفركلا", "كفر كلا",),  # Kfar Kila
    273203: ("جبيل",),  # Byblos
    275666: ("دير الأحمر",),  # Deïr el Ahmar
    276294: ("بوداي",),  # Boudaï
    276380: ("بريتال",),  # Brîtel
    276633: ("بحمدون",),  # Bhamdoun
    276781: ("بيروت", "العاصمة اللبنانية", "العاصمة بيروت",),  # Beirut
    277534: ("عيناتا",),  # Aïnâta
    278913: ("النبطية",),  # Nabatîyé et Tahta
    280425: ("مدينة عاليه", "قضاء عاليه", "منطقة عاليه",),  # Aley
    281184: ("القدس", "القدس المحتلة", "بيت المقدس", "أورشليم", "مدينة القدس",),  # Jerusalem
    281285: ("علي زهاف",),  # Alei Zahav
    281303: ("ياكير",),  # Yaqqir
    281711: ("سوسيا",),  # Suseya
    281818: ("شعفاط",),  # Shu‘fāţ
    282027: ("سلعيت",),  # Sal‘it
    282353: ("كدوميم", "قدوميم",),  # Qedumim
    282354: ("كيدار", "قدار",),  # Qedar
    282431: ("كرنيه شمرون", "قرني شمرون",),  # Qarne Shomeron
    282485: ("بدوئيل",),  # Pedu’el
    282536: ("نفيه دانيال",),  # Neve Daniel
    282595: ("بات عاين",),  # Bat A'in
    282988: ("معاليه مخماس",),  # Ma‘ale Mikhmas
    282991: ("معاليه إفرايم",),  # Ma‘ale Efrayim
    283046: ("كوخاف يعقوب",),  # Kokhav Ya‘aqov
    283324: ("كرمي تسور",),  # Karme Ẕur
    283610: ("عمانوئيل", "عمنوئيل",),  # ‘Immanu‘el
    283681: ("حنانيت",),  # H̱innanit
    283805: ("حلميش",),  # H̱allamish
    283986: ("مستوطنة إلكانا",),  # Elqana
    283991: ("إفرات", "أفرات",),  # Efrata
    284046: ("ذنابة",),  # Dhannābah
    284279: ("بيت أرييه",),  # Bet Arye
    284362: ("بيتا الفوقا",),  # Baytā al Fawqā
    284375: ("بتير",),  # Battir
    284446: ("بلاطة",),  # Balāţah
    284572: ("عطاروت",),  # ‘Aţārūt
    285026: ("علمون",),  # ‘Almon
    285101: ("ألفي منشيه", "ألفيه منشه",),  # Alfei Menasheh
    285787: ("مدينة الكويت", "العاصمة الكويتية", "الكويت العاصمة",),  # Kuwait City
    286647: ("صحم",),  # Şaḩam
    287286: ("مسقط", "العاصمة العمانية",),  # Muscat
    287830: ("عبري",),  # ‘Ibrī
    288721: ("بدبد",),  # Bidbid
    288902: ("بدية",),  # Badīyah
    290030: ("الدوحة", "العاصمة القطرية",),  # Doha
    290340: ("المنامة", "العاصمة البحرينية",),  # Manama
    291763: ("كلباء",),  # Kalbā
    292239: ("دبا الحصن",),  # Dibba Al-Hisn
    292692: ("الرمس",),  # Ar Rams
    292968: ("أبوظبي", "أبو ظبي", "العاصمة الإماراتية",),  # Abu Dhabi
    293254: ("يافة الناصرة", "يافا الناصرة",),  # Yāfā
    293397: ("تل أبيب", "تل أبيب يافا",),  # Tel Aviv
    293768: ("الرملة",),  # Ramla
    293825: ("كريات شمونة", "كريات شمونا",),  # Qiryat Shmona
    293918: ("بيتح تكفا", "بتاح تكفا", "بتاح تكفاه",),  # Petaẖ Tiqva
    294098: ("الناصرة",),  # Nazareth
    294247: ("بلدة المطلة", "مستوطنة المطلة", "المطلة الإسرائيلية",),  # Metula
    294421: ("اللد",),  # Lod
    294627: ("الجش",),  # Jīsh
    295514: ("بني براك", "بني برك",),  # Bnei Brak
    295530: ("بئر السبع",),  # Beersheba
    302355: ("الريحانية", "ريحانلي",),  # Reyhanlı
    307864: ("كلس", "كيليس",),  # Kilis
    314830: ("غازي عنتاب", "عنتاب", "غازي عينتاب", "عينتاب",),  # Gaziantep
    323779: ("أنطاكية", "أنطاكيا",),  # Antakya
    323786: ("أنقرة", "العاصمة التركية",),  # Ankara
    324944: ("أقجة قلعة", "أكجا قلعة", "أقجا قلعة", "تل أبيض التركية",),  # Akçakale
    346201: ("الزعفرانة",),  # Zaafarana
    347542: ("طامية",),  # Ţāmiyah
    347907: ("سنورس",),  # Sinnūris
    350207: ("رأس غارب",),  # Ras Gharib
    350211: ("رأس البر",),  # Râs el-Barr
    350661: ("الفرافرة",),  # Qaşr al Farāfirah
    351766: ("موط",),  # Mūţ
    352679: ("مشتول السوق",),  # Mashtūl as Sūq
    353219: ("السادس من أكتوبر", "مدينة 6 أكتوبر",),  # 6th of October City
    353223: ("مدينة السادات",),  # Madīnat as Sādāt
    353225: ("مدينة نصر",),  # Madīnat an Naşr
    353802: ("كوم أمبو",),  # Kom Ombo
    354076: ("كفر شكر",),  # Kafr Shukr
    355595: ("إهناسيا",),  # Ihnāsyā al Madīnah
    356000: ("حوش عيسى",),  # Ḩawsh ‘Īsá
    357039: ("فايد",),  # Fāyīd
    358388: ("دراو",),  # Darāw
    358970: ("بسيون",),  # Basyūn
    359541: ("العين السخنة",),  # Al ‘Ayn as Sukhnah
    359749: ("أطفيح",),  # Aţfīḩ
    359796: ("السويس", "مدينة السويس",),  # Suez
    360464: ("الواسطى",),  # Al Wāsiţah
    360630: ("القاهرة", "العاصمة المصرية",),  # Cairo
    360890: ("الخصوص",),  # Al Khuşūş
    360928: ("الخانكة",),  # Al Khānkah
    361055: ("الإسماعيلية",),  # Ismailia
    361058: ("الإسكندرية",),  # Alexandria
    361179: ("الحوامدية",),  # Al Ḩawāmidīyah
    361473: ("البدرشين",),  # Al Badrashayn
    362028: ("أبو صوير",),  # Abu Suweir-el-Mahatta
    362865: ("أبو النمرس",),  # Abū an Numrus
    362882: ("أبو المطامير",),  # Abū al Maţāmīr
    365390: ("أم دافوق",),  # Umm Dafog
    365641: ("تلس",),  # Tullus
    366426: ("تندلتي",),  # Tandaltī
    366444: ("طمبرة",),  # Tambura
    366846: ("سنكات",),  # Sinkat
    367972: ("رفاعة",),  # Rufā‘a
    368230: ("رهيد البردي",),  # Rahad al Bardi
    368246: ("راجا",),  # Raja
    370181: ("مليط",),  # Mellit
    370481: ("مروي",),  # Merowe
    370838: ("مايرنو",),  # Maiurno
    371745: ("كتم",),  # Kutum
    371760: ("كوستي",),  # Kosti
    371827: ("الكرمك",),  # Kurmuk
    371870: ("كريمة",),  # Kuraymah
    372299: ("كودوك",),  # Kodok
    372753: ("كسلا",),  # Kassala
    372773: ("كاس",),  # Kas
    372801: ("كرمة النزل",),  # Karmah an Nuzul
    372884: ("كبويتا",),  # Kapoeta
    373198: ("كبكابية",),  # Kabkābīyah
    373303: ("جوبا", "عاصمة جنوب السودان",),  # Juba
    374290: ("حلايب",),  # Hala'ib
    374866: ("غبيش",),  # Ghubaysh
    375046: ("جبيت",),  # Gebeit
    375495: ("باجوك",),  # Pajok
    376332: ("دوكة",),  # Doka
    376450: ("الدلنج",),  # Dilling
    377039: ("بورتسودان", "بور سودان",),  # Port Sudan
    377108: ("برام",),  # Burām
    377690: ("بربر",),  # Berber
    377724: ("بارا",),  # Bārah
    377962: ("بابنوسة",),  # Babanūsah
    378271: ("السوكي",),  # As Sūkī
    378543: ("أرقو",),  # Argo
    379003: ("مدينة الأبيض", "الابيض عاصمة شمال كردفان",),  # El Obeid
    379014: ("القطينة",),  # Al Qiţena
    379102: ("المجلد",),  # Al Mijlad
    379149: ("المناقل",),  # Al Manāqil
    379198: ("اللقاوة",),  # Al Lagowa
    379251: ("الخرطوم بحري", "مدينة بحري",),  # Khartoum North
    379252: ("الخرطوم", "العاصمة السودانية", "العاصمة الخرطوم",),  # Khartoum
    379406: ("الهلالية",),  # Al Hilāliyya
    379427: ("الحصاحيصا",),  # Al Hasaheisa
    379535: ("الفولة",),  # Al Fūlah
    380348: ("أبو زبد",),  # Abū Zabad
    380757: ("أبو جبيهة",),  # Abu Jibeha
    406662: ("ساقين",),  # Sāqayn
    408866: ("دمت",),  # Ḩammām Damt
    416047: ("مدينة الرياض بكفر الشيخ",),  # Ar Riyāḑ
    443093: ("كتسرين", "كاتسرين", "قصرين",),  # Katzrin
    447022: ("حاجي آوة", "حاجياوا",),  # Hajiawa
    2210221: ("ترهونة",),  # Tarhuna
    2210247: ("طرابلس", "العاصمة الليبية", "طرابلس الغرب", "العاصمة طرابلس",),  # Tripoli
    2210394: ("تاجوراء", "تاجورا",),  # Tājūrā’
    2211464: ("سيدي الصيد",),  # Sīdī aş Şayd
    2212775: ("سبها",),  # Sabha
    2213618: ("قصر بن غشير",),  # Qaşr Bin Ghashīr
    2215758: ("ككلة",),  # Kiklah
    2218983: ("الزهراء",),  # Az Zahrā’
    2219356: ("السواني",),  # As Sawānī
    2219471: ("الرياينة",),  # Ar Rayāyinah
    2219591: ("الناصرية",),  # An Nāşirīyah
    2219689: ("العوينات",),  # Al ‘Awinat
    2219736: ("القواسم",),  # Al Qawāsim
    2220153: ("الأصابعة",),  # Al Aşābi‘ah
    2220368: ("أبو زيان",),  # Abū Zayyān
    2377450: ("نواكشوط", "العاصمة الموريتانية",),  # Nouakchott
    2464168: ("وادي الليل",),  # Oued Lill
    2464378: ("أم العرائس",),  # Moularès
    2464470: ("تونس العاصمة", "العاصمة التونسية", "مدينة تونس", "العاصمة تونس",),  # Tunis
    2464701: ("تطاوين",),  # Tataouine
    2464809: ("تاجروين",),  # Tajerouine
    2464953: ("سليمان",),  # Soliman
    2467242: ("ساقية الزيت",),  # Sakiet ez Zit
    2467243: ("ساقية الدائر",),  # Sakiet ed Daier
    2467732: ("رأس الجبل",),  # Rass el Djebel
    2467898: ("قرمبالية",),  # Grombalia
    2467920: ("قربة",),  # Korba
    2468106: ("قصر هلال",),  # Ksar Hellal
    2468245: ("قرطاج",),  # Carthage
    2468561: ("نفطة",),  # Nefta
    2468925: ("ميدون",),  # Midoun
    2469088: ("ماطر",),  # Mateur
    2469250: ("منزل تميم",),  # Menzel Temime
    2469386: ("مجاز الباب",),  # Medjez el Bab
    2470579: ("حمام سوسة",),  # Hammam Sousse
    2471055: ("فوشانة",),  # Fouchana
    2471287: ("دوز",),  # Douz
    2472431: ("بن قردان", "بنقردان",),  # Ben Gardane
    2473164: ("السيجومي",),  # Sejoumi
    2473247: ("أريانة",),  # Aryanah
    2473483: ("القلعة الكبرى",),  # Kelaa Kebira
    2473496: ("المكنين",),  # Moknine
    2473499: ("المحمدية",),  # La Mohammedia
    2473540: ("المرسى",),  # La Marsa
    2473626: ("الكرم",),  # Le Kram
    2473639: ("الجديدة",),  # Jedeïda
    2473654: ("الجم",),  # El Jem
    2473913: ("أكودة",),  # Akouda
    2481700: ("سطيف",),  # Sétif
    2507480: ("الجزائر العاصمة", "العاصمة الجزائرية", "مدينة الجزائر",),  # Algiers
    2538475: ("الرباط", "العاصمة المغربية",),  # Rabat
    2553604: ("الدار البيضاء", "كازابلانكا",),  # Casablanca
    6871926: ("ناحية العلم", "بلدة العلم", "منطقة العلم", "قرية العلم",),  # Al-'Alam
    6946409: ("الكرك",),  # Karak City
    7360069: ("حزم العدين",),  # Ḩazm al ‘Udayn
    7602388: ("شحات",),  # Shahhat
    7870523: ("شوكة الصوفي",),  # Shokat as-Sufi
    7871005: ("عزون عتمة",),  # Azun Atme
    8199386: ("جفعات زئيف", "غفعات زئيف",),  # Givat Zeev
    8199420: ("أورانيت",),  # Oranit
    8521413: ("سانت كاترين",),  # Saint Catherine
    9847679: ("التريمسة", "تريمسة",),  # Tremseh
    10303650: ("سميل", "سيميل",),  # Simele
    11204413: ("المروج",),  # El Mourouj
    11778032: ("إيتمار",),  # Itamar
    11979628: ("ألون شفوت",),  # Alon shvut
    11979645: ("بروخين",),  # Bruchin
    11979646: ("جيفع بنيامين", "غيفع بنيامين",),  # Geva Binyamin
    11979652: ("شاكيد",),  # Shaked
    11979770: ("عتنئيل",),  # Otniel
    12156437: ("بيت إيل",),  # Beit El
    12493849: ("الجزيرة أبا",),  # Al Jazeera Aba
    12495725: ("بارق",),  # Bariq
    12640363: ("الروضة",),  # Ar-Rawḍah
    12687308: ("وادي عتبة",),  # Wādī 'Utbah
    13132448: ("الدندر",),  # Ad-Dindar
    13132449: ("الفشقة",),  # Al-Fashaqah
    13132450: ("الفاو",),  # Al-Fāw
    13132451: ("القطينة",),  # Al-Quṭaynah
    13132452: ("أردمتا",),  # 'Ārdamatā
    13132453: ("شعيرية",),  # Sh'īarīah
    13132710: ("المنيهلة",),  # Mnihla
    13132711: ("دوار هيشر",),  # Douar Hicher
    13132712: ("حي التضامن",),  # Ettadhamen
    13353995: ("الشوبك",),  # Ash-Shūbak
    13512674: ("لوسيل",),  # Lusail
    13631407: ("أبو الخصيب",),  # Abū al-Kahṣīb
    13631408: ("حوطة بني تميم",),  # Ḥawṭah Banī Tamīm
}

# geonameid -> kind that the table cannot tell (it has no feature codes); population of the whole city stands there by mistake.
KIND = {
    99071: "quarter",  # Al Mawşil al Jadīdah
    388349: "quarter",  # Al Başrah al Qadīmah
    7802746: "quarter",  # Sadr City
    166716: "camp",  # al-Yarmūk
    284446: "camp",  # Balāţah
    281818: "quarter",  # Shu‘fāţ
    7890300: "quarter",  # Wadi al-Joz
    6945291: "quarter",  # Old City
    353225: "quarter",  # Madīnat an Naşr
    356436: "quarter",  # Ḩadā’iq al Qubbah
    101760: "quarter",  # Sulţānah
    73656: "quarter",  # Crater
    73786: "quarter",  # Khawr Maksar
    77662: "quarter",  # At Tawāhī
    73422: "quarter",  # Al Ma‘allā’
    77940: "quarter",  # Ash Shaykh ‘Uthmān
    79799: "quarter",  # Al Burayqah
}

# geonameids left out: no places of news, doubles, wrong names.
DROP = {
    164952,  # Şalākhid
    445694,  # 'Ākra
    99169,  # Khāliş
    30762,  # Ar Ramādī
    30777,  # Al Aḩad
    401000,  # Al Jum‘ah
    402470,  # Al Khamīs
    7792748,  # At Taḩāluf
    7792746,  # Al ‘Ummāl
    7792747,  # Ath Thawrah
    8265550,  # ‘Adi
    295357,  # Dan
    294388,  # Maggal
    295117,  # Eyal
    12156432,  # AlSayid Tribe
    99106,  # Al Madīnah
    7364784,  # Al ‘Aqabah
    12324108,  # Riyadh
    12324109,  # ِAl Taif
    6992531,  # Nasir Extension
    166285,  # Kabbasin
}

# Names that are everyday words or first names (folded): listed with a kind word only.
WORDS = set("""
وان معسكر سعيده الوادي قبلي سلطان التاج كاس كان حقل ليلي الكرم المحمديه سليمان الجديده حجه كنانه
مدينه المدينه التحالف الحكومه البلاد ادي بيان الزور دير الجمعه بن العمال جديده الخميس الاحد الاثنين الثلاثاء الاربعاء السبت تل عين المصدر الثوره اطار
بشار عنه بانه الخبر الفصايل جامعه سنه الاتحاد الكردي سيما الجديد المايه الشهداء نايف السجن رصد القناه الفندق العلم الاشهر ناصر كبري
النصر مجال سوف معبر الطرف الدور الزياره الجزيره الحي الحد حديثه الشقيق جمال ثوره مرات بلد الهجره الاشاره سالم امل القصر السوق
نور الصور صور السوداء الخبراء الخصوص قنوات الصف الصوره الشيوخ الحراك سلامه السد الراس عمد سحب جنيه شعب خالص الزعيم صيف سلطات حمام
المالي الخضراء الطويله الساحل مشهد الجميل ينقل مساكن الوجه الحرجه الام امان ماسه اشرف ودان كسب العبور رياض القصور البرج
الكريمه الكرامه الوديعه ادم مهربين مكن صفا جوهر برجال بصري الخراب طريف دخان دان المجد حارس بركان عتبه واو هون الغانم العمود العبر الخانق
ادري فرعون سلوك المطله الحزم الصعيد عاليه الرفاعي السلمان العباسي الحمزه القاسم ملح حديده عوج سبه بصير قاره المزرعه الجلاء
حرير بحار سحر رحاب ذباب خمر جبن موزع العين الشط اسلم كشر المفتاح القابل النجد الحجب الروض السده بدو دورا عنزه عسله
المنيه البقعه كابول عيال الوقف الحمام بدر رشيد الابيض قم حرض مبين ذياب الشمال الجنوب المركز الصلبه الميناء السلام الحريه الرشيد الامل
كتم مره رقاب نجد عزه جبا صدد الكنيسه الحاره الصخره القلعه المعصره القبه النعمه الكاف الخارجه ماطر شاهين داود جاسم مطره زخم حوت صدوق
القطن القطار شرس سيان المدان رباح رابا الملاح السلطان الوزير الحاجب الهدي العباس عابد مقلع الشجره النجمه الميدان الشروق فحمه كوبر
عمرو نصاب مصفح بارق فرق مسعود الربيع الرئيس الوفاء الرحمه بربر الطيار زينب حارث الفقير الديرات المغرب الثغره
بحري تونس الجزاير الكويت جيبوتي 
التربه
""".split())
