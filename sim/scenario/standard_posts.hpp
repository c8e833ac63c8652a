// Post types of an ordinary county, for scenario files that bring none of their own.
#pragma once

#include <string>

namespace staffsim::scenario {

// Stands for a file name in places.
inline constexpr const char* standard_posts_name = "standard posts";

// Scenario text with the tables [posts.…] of townships and county organs: clerk, deputy office head, office head,
// deputy section level, section chief level. Source: domain handbook, posts below county level; areas and feeders are
// ordinary practice.
std::string standard_posts();

}  // namespace staffsim::scenario
