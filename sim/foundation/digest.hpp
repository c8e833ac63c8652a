// SHA-256 of bytes, in lower-case hexadecimal: identity of files, scenarios and units of work.
#pragma once

#include <string>
#include <string_view>

namespace staffsim {

std::string sha256_hex(std::string_view bytes);

}  // namespace staffsim
