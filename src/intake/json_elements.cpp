#include "intake/json_elements.hpp"

namespace nearme {

Result<void> JsonElements::read(const Keep& keep, const Finish& finish) {
  try {
    const auto rest = Json::parse(JsonCharacterIterator(characters_), JsonCharacterIterator(),
                                  [&](int depth, Event event, const Json& parsed) {
                                    watch_.at(depth);
                                    return keep(depth, event, parsed);
                                  });
    return finish(rest);
  } catch (const Json::exception& error) {
    return fail(ErrorKind::corrupt, "line {} is not JSON at column {}: {}", characters_.line(),
                characters_.last_column(), words_of(error.what()));
  } catch (const JsonStop& stop) {
    return std::unexpected(stop.error);
  }
}

bool JsonElements::on_element(Event event, const Json& parsed) {
  switch (event) {
    case Event::object_start:
      watch_.next();
      return true;
    case Event::object_end:
      if (auto visited = visitor_.on_value(watch_.line(), parsed); !visited) throw JsonStop{visited.error()};
      watch_.next();
      return false;
    case Event::array_end:
    case Event::value:
      visitor_.on_broken(characters_.line(), std::string(not_an_object_), parsed.dump());
      return false;
    default:
      return true;
  }
}

}  // namespace nearme
