// What a sentence can ask about: a table of words, each with a phrase for the reader. Of a person what the county's
// books and the person's latent values say; of a unit, of newcomers or of the county headcounts, what has been counted,
// and means over the people ("mean.age").
#pragma once

#include <string>

#include "tests/situations/runner/life.hpp"

namespace staffsim::situations {

// Throws InputError for a word that is not known and for a question without an answer (somebody who has left has no
// pay; stocks exist in the evening of the last day of a year of the run).
Quantity measured(const View& view, const Sentence& sentence);

// "steps" -> "pay steps gained"
std::string phrase_of(const Sentence& sentence);

// All words with their phrases, for the documentation.
std::string list_of_measures();

}  // namespace staffsim::situations
