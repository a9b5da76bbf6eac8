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
