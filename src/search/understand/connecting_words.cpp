#include "search/understand/connecting_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace nearme {
namespace {

/// The words of a text, which is folded already.
std::unordered_set<std::string> words_in(std::string_view text) {
  std::unordered_set<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool holds(const std::unordered_set<std::string>& words, std::string_view word) {
  return words.contains(std::string{word});
}

}  // namespace

const WordRuns<Announces>& words_before_a_place() {
  static const WordRuns<Announces> kRuns{
      {Announces::surely,
       {"near",
        "near to",
        "nr",
        "close to",
        "next to",
        "around",
        "in and around",
        "not far from",
        "outside",
        "nearest to",
        "closest to",
        "based in",
        "located in",
        "live in",
        "somewhere in",
        "bei",
        "nahe",
        "in der nahe von",
        "in der nahe",
        "nahe von",
        "rund um",
        "in und um",
        "umgebung von",
        "im raum",
        "pres de",
        "autour de",
        "a cote de",
        "aux alentours de",
        "proche de",
        "aux environs de",
        "cerca de",
        "cerca del",
        "alrededor de",
        "en la zona de",
        "w poblizu",
        "blisko",
        "kolo",
        "niedaleko",
        "obok",
        "w okolicach",
        "w okolicy"}},
      {Announces::perhaps,
       {"in", "at", "by", "from", "of", "to", "a", "au", "aux", "en", "sur", "um", "aus", "w", "we", "z", "de", "von"}},
  };
  return kRuns;
}

bool is_area_word_before(std::string_view word) {
  static const auto kWords = words_in(
      "central north south east west northeast northwest southeast southwest northern southern eastern western greater "
      "inner outer downtown uptown nord sud ost norte sur the city of");
  return holds(kWords, word);
}

const WordRuns<bool>& area_words_behind() {
  static const WordRuns<bool> kRuns{
      {true,
       {"city centre", "city center", "town centre", "town center", "city", "centre", "center", "area", "region",
        "downtown", "innenstadt", "stadtmitte", "mitte", "zentrum", "centre ville", "centro", "centrum"}},
  };
  return kRuns;
}

const WordRuns<Condition>& words_for_conditions() {
  static const WordRuns<Condition> kRuns{
      {Condition::near_me, {"near me",
                            "nearby",
                            "near by",
                            "near here",
                            "around here",
                            "around me",
                            "close by",
                            "close to me",
                            "near my location",
                            "in my area",
                            "my area",
                            "local to me",
                            "next to me",
                            "in my town",
                            "near my home",
                            "near my house",
                            "of me",
                            "from me",
                            "from here",
                            "in meiner nahe",
                            "in der nahe",
                            "in meiner umgebung",
                            "pres de moi",
                            "pres de chez moi",
                            "autour de moi",
                            "a proximite",
                            "pres d'ici",
                            "cerca de mi",
                            "cerca de aqui",
                            "cerca mio",
                            "blisko mnie",
                            "w poblizu",
                            "w mojej okolicy",
                            "niedaleko mnie",
                            "kolo mnie"}},
      {Condition::confirmed,
       {"verified",       "registered",     "licensed",       "licenced",        "certified",
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
        "zarejestrowana", "dyplomowany",    "dyplomowana"}},
      {Condition::insured,
       {"insured", "fully insured", "with insurance", "has insurance", "liability insurance", "versichert",
        "versicherte", "versicherter", "assure", "assuree", "asegurado", "asegurada", "ubezpieczony", "ubezpieczona",
        "ubezpieczone"}},
      {Condition::wheelchair,
       {"wheelchair",
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
        "dostepny dla wozkow"}},
      {Condition::cheapest, {"cheapest",      "cheap",
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
                             "najtansze",     "niedrogo"}},
      {Condition::nearest,
       {"nearest", "closest", "the nearest", "the closest", "nachste", "nachster", "nachstes", "nachstgelegene",
        "am nachsten", "le plus proche", "la plus proche", "plus proche", "mas cercano", "mas cercana", "najblizszy",
        "najblizsza", "najblizsze", "najblizej"}},
      {Condition::best_rated, {"best rated",         "top rated",
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
                               "najwyzej oceniany"}},
      {Condition::walking_distance,
       {"walking distance",
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
        "w zasiegu spaceru"}},
  };
  return kRuns;
}

bool is_refusal(std::string_view word) {
  static const auto kWords = words_in(
      "not no without except excluding minus ohne kein keine keinen nicht sans pas sauf sin no excepto bez nie oprocz");
  return holds(kWords, word);
}

bool is_filler(std::string_view word) {
  static const auto kWords = words_in(
      "a an and any are as at be but by can could do does doing for from get give go had has have how i if in is it "
      "its "
      "ive im just like lets looking look me my near nr of offer offering offers on or our please that the their them "
      "there this to us want wanting wants we what whats when where which who whos whose will with would you your need "
      "needed needs find finding search searching show some someone somebody something somewhere anyone anybody "
      "anything anywhere know speak speaks speaking spoken open opened opening within "
      "aus bei das dem den der des die ein eine einen einer eines etwas fur gegen gibt hat ich ist jemand mit mein "
      "meine "
      "meinen oder sie suche und vom von welche welcher wer will wo zu zum zur brauche mochte am im um "
      "au aux avec ce ces chez dans de du en est et je la le les ma mes mon ou pour que quel quelle qui quelque chose "
      "sa se ses son sur un une veux cherche trouver contre besoin faire fait "
      "al algo con cual del donde el en es esta hay los las mi mis necesito para por quien quiero se su sus tiene un "
      "una "
      "uno unos y o e que busco hace hacen contra "
      "albo cos czy dla do gdzie jest jaki jaka kto ktory ktora lub ma mi moj moja na nad o od oraz po przy sie szukam "
      "u "
      "w we z za ze i chce potrzebuje");
  return holds(kWords, word);
}

bool is_filler_beside_concept(std::string_view word) {
  static const auto kWords = words_in(
      "about advice affordable after all also always ansprechpartner appointment appointments area areas "
      "arms around arzt available avis back bad bads beautiful been before behandeln behandlung "
      "behandlungen believe belly best beste bester bestes better big biggest bit bitte body bon bonne "
      "book booking both buena bueno cabinet cara case cena cennik centro ceny cheek cheeks chest chin "
      "cita city clean clinica clinician clinique combien come compare consult consultation cost costo "
      "costs course courses cout cuanto cuesta dark darker deal deals decent discreet dobra dobre dobry "
      "docteur done down dry each else empfehlung entfernen erfahren erfahrung especialista even ever "
      "every everyone experience experienced expert experts eye eyes face facial fair fast favor female "
      "first fix fixed forehead friendly full gabinet gabinety gentle gesicht getting glow good got great "
      "gut gute guter guys hand hands hate haut having hello help helps here hey hi highly hilfe hilft "
      "honest hurt hygienic ideas ile improve info information into issue issues job kind kinds klinika "
      "know kosten kostet kosztuje ladies lady leczenie leg legs lip lips live living look looks lot lots "
      "lower machen macht make male man many mature me meet meilleur meilleure meilleurs mejor mejores "
      "men mens merci more most move moved much najlepsza najlepsze najlepszy near nearby nearest neck "
      "need nervous new non nose not now off oily okay old older once one ones only opinie opiniones "
      "option options other out over part peau people person piel place places polecana polecany "
      "practitioner practitioners praxis precio precios preis preise prendre price prices pricing private "
      "prix problem problems procedure procedures professional professionals prosze provider providers "
      "qualified quick quote rate rates really recommend recommendation recommendations recommended "
      "recommending reduce reliable removal remove rendez review reviews rid right safe salon scalp "
      "sensitive service services session sessions severe shop sign similar skilled skin skincare skora "
      "skory small so soin soins solution sort specialised specialising specialist specialists "
      "specializing specjalista spezialist start sterile stomach store studio such suffer suffering sun "
      "svp take tell termin test than thank thanks then therapist therapists therapy these thing things "
      "think those through time tips tired today too top town traitement traitements traiter tratamiento "
      "tratamientos tratar treat treated treating treatment treatments trusted try trying twarz twarzy "
      "type uk under up upper urgent use used using usuwanie versus very viel visage vous vs was way well "
      "were which while whole why wie wieviel without wizyta woman women womens work works year years yet "
      "young zabieg zabiegi");
  return holds(kWords, word);
}

}  // namespace nearme
