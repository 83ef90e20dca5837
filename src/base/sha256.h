// SHA-256 (FIPS 180-4) by OpenSSL, as hexadecimal digits. Ids and the hashes of texts are made of it.
//
//   sha256_hex("abc") is "ba7816bf8f01cfea…"
#pragma once

#include <string>
#include <string_view>

namespace tally {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace tally
