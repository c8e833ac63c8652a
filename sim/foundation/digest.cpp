#include "sim/foundation/digest.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace staffsim {

std::array<std::uint8_t, sha256_bytes> sha256(std::span<const std::uint8_t> bytes) {
    std::array<std::uint8_t, sha256_bytes> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    return digest;
}

std::string sha256_hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * sha256_bytes);
    for (const std::uint8_t byte : sha256({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()})) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

}  // namespace staffsim
