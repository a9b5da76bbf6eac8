#include "search/understand/condition_words.hpp"

#include <span>

namespace nearme {
namespace {

std::vector<std::string_view> all(std::span<const std::string_view> phrases) {
  return {phrases.begin(), phrases.end()};
}

constexpr std::string_view kNearMe[]{
    "near me",       "nearby",         "near by",          "near here",          "around here",   "around me",
    "close by",      "close to me",    "near my location", "in my area",         "my area",       "local to me",
    "next to me",    "in my town",     "near my home",     "near my house",      "of me",         "from me",
    "from here",     "in meiner nahe", "in der nahe",      "in meiner umgebung", "pres de moi",   "pres de chez moi",
    "autour de moi", "a proximite",    "pres d'ici",       "cerca de mi",        "cerca de aqui", "cerca mio",
    "blisko mnie",   "w poblizu",      "w mojej okolicy",  "niedaleko mnie",     "kolo mnie"};

constexpr std::string_view kConfirmed[]{
    "verified",       "registered",     "licensed",       "licenced",        "certified",
    "accredited",     "qualified",      "regulated",      "confirmed",       "approved",
    "gmc registered", "cqc registered", "nmc registered", "board certified", "evidence confirmed",
    "zertifiziert",   "zertifizierte",  "zertifizierter", "zertifiziertes",  "gepruft",
    "geprufte",       "geprufter",      "zugelassen",     "zugelassene",     "zugelassener",
    "approbiert",     "approbierte",    "approbierter",   "qualifiziert",    "qualifizierte",
    "certifie",       "certifiee",      "verifie",        "verifiee",        "agree",
    "agreee",         "diplome",        "diplomee",       "certificado",     "certificada",
    "verificado",     "verificada",     "titulado",       "titulada",        "colegiado",
    "colegiada",      "acreditado",     "acreditada",     "certyfikowany",   "certyfikowana",
    "certyfikowane",  "zweryfikowany",  "zweryfikowana",  "zweryfikowane",   "zarejestrowany",
    "zarejestrowana", "dyplomowany",    "dyplomowana"};

constexpr std::string_view kInsured[]{
    "insured",    "fully insured", "with insurance", "has insurance", "liability insurance",
    "versichert", "versicherte",   "versicherter",   "assure",        "assuree",
    "asegurado",  "asegurada",     "ubezpieczony",   "ubezpieczona",  "ubezpieczone"};

constexpr std::string_view kWheelchair[]{"wheelchair",
                                         "wheelchairs",
                                         "wheel chair",
                                         "wheelchair access",
                                         "wheelchair accessible",
                                         "wheelchair friendly",
                                         "wheelchair accessibility",
                                         "accessible",
                                         "step free",
                                         "step free access",
                                         "disabled access",
                                         "disability access",
                                         "disabled friendly",
                                         "accessible for wheelchairs",
                                         "rollstuhl",
                                         "rollstuhlgerecht",
                                         "rollstuhlgerechte",
                                         "rollstuhlgerechter",
                                         "rollstuhlgerechtes",
                                         "rollstuhlgangig",
                                         "mit rollstuhl",
                                         "barrierefrei",
                                         "barrierefreie",
                                         "barrierefreier",
                                         "barrierefreies",
                                         "barrierefreier zugang",
                                         "fauteuil roulant",
                                         "en fauteuil roulant",
                                         "acces fauteuil roulant",
                                         "accessible en fauteuil roulant",
                                         "acces handicape",
                                         "acces handicapes",
                                         "acces pmr",
                                         "pmr",
                                         "silla de ruedas",
                                         "en silla de ruedas",
                                         "acceso para silla de ruedas",
                                         "con acceso para silla de ruedas",
                                         "acceso silla de ruedas",
                                         "accesible",
                                         "accesible en silla de ruedas",
                                         "dla niepelnosprawnych",
                                         "dla wozkow",
                                         "z podjazdem",
                                         "z podjazdem dla wozkow",
                                         "podjazd dla wozkow",
                                         "dla osob na wozku",
                                         "dostepny dla wozkow"};

constexpr std::string_view kCheapest[]{"cheapest",      "cheap",
                                       "cheaper",       "lowest price",
                                       "lowest prices", "lowest cost",
                                       "low cost",      "low price",
                                       "affordable",    "inexpensive",
                                       "budget",        "good value",
                                       "best price",    "best prices",
                                       "on a budget",   "reasonably priced",
                                       "not expensive", "not too expensive",
                                       "gunstig",       "gunstige",
                                       "gunstiger",     "gunstiges",
                                       "gunstigste",    "am gunstigsten",
                                       "billig",        "billige",
                                       "billiger",      "billigste",
                                       "preiswert",     "preiswerte",
                                       "pas cher",      "pas chere",
                                       "pas chers",     "moins cher",
                                       "le moins cher", "la moins chere",
                                       "bon marche",    "abordable",
                                       "barato",        "barata",
                                       "baratos",       "baratas",
                                       "mas barato",    "mas barata",
                                       "economico",     "economica",
                                       "asequible",     "tanio",
                                       "tani",          "tania",
                                       "tanie",         "najtaniej",
                                       "najtanszy",     "najtansza",
                                       "najtansze",     "niedrogo"};

constexpr std::string_view kNearest[]{
    "nearest",     "closest",        "the nearest", "the closest",    "nachste",        "nachster",
    "nachstes",    "nachstgelegene", "am nachsten", "le plus proche", "la plus proche", "plus proche",
    "mas cercano", "mas cercana",    "najblizszy",  "najblizsza",     "najblizsze",     "najblizej"};

constexpr std::string_view kBestRated[]{"best rated",         "top rated",
                                        "highest rated",      "highly rated",
                                        "well rated",         "best reviewed",
                                        "well reviewed",      "best reviews",
                                        "good reviews",       "great reviews",
                                        "good ratings",       "best rating",
                                        "highest rating",     "5 star",
                                        "five star",          "5 stars",
                                        "best bewertet",      "am besten bewertet",
                                        "bestbewertet",       "bestbewertete",
                                        "best bewertete",     "gut bewertet",
                                        "gute bewertungen",   "mieux note",
                                        "mieux notes",        "le mieux note",
                                        "mieux notee",        "bien note",
                                        "bons avis",          "mejor valorado",
                                        "mejor valorada",     "mejores valorados",
                                        "bien valorado",      "buenas opiniones",
                                        "najlepiej oceniany", "najlepiej oceniana",
                                        "najlepiej oceniane", "dobre opinie",
                                        "najwyzej oceniany"};

constexpr std::string_view kWalkingDistance[]{"walking distance",
                                              "walking distance of me",
                                              "within walking distance of me",
                                              "within walking distance from me",
                                              "within walking distance",
                                              "in walking distance",
                                              "walkable",
                                              "walking distance of",
                                              "within walking distance of",
                                              "walking distance from",
                                              "walking distance to",
                                              "within walking distance from",
                                              "zu fuss erreichbar",
                                              "fusslaufig",
                                              "accessible a pied",
                                              "a distance de marche",
                                              "a poca distancia a pie",
                                              "a pie",
                                              "na piechote",
                                              "w zasiegu spaceru"};

}  // namespace

const WordRuns<Condition>& words_for_conditions() {
  static const WordRuns<Condition> kRuns{
      {Condition::near_me, all(kNearMe)},       {Condition::confirmed, all(kConfirmed)},
      {Condition::insured, all(kInsured)},      {Condition::wheelchair, all(kWheelchair)},
      {Condition::cheapest, all(kCheapest)},    {Condition::nearest, all(kNearest)},
      {Condition::best_rated, all(kBestRated)}, {Condition::walking_distance, all(kWalkingDistance)},
  };
  return kRuns;
}

}  // namespace nearme
