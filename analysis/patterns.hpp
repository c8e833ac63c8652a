// Texts that were made from a pattern, known again: what stands in its holes, and the same in another language. For
// messages that were put together in English, far from whoever knows in what language they are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace staffsim::analysis {

// {} stands for a name or number; nothing when the text is not of this pattern. A hole takes as little as it can.
std::optional<std::vector<std::string>> matched(std::string_view text, std::string_view pattern);

// {0}, {1} … for what stood in the first hole, the second …
std::string filled(std::string_view pattern, const std::vector<std::string>& found);

// Characters of a pattern outside its holes: the more, the less by chance a text fits.
std::size_t fixed_characters(std::string_view pattern);

}  // namespace staffsim::analysis
