#include "sim/store/file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

#include "sim/store/error.hpp"
#include "sim/store/schema.hpp"

namespace staffsim::store {

namespace {

namespace fs = std::filesystem;

// Offsets in the header of every SQLite file: https://www.sqlite.org/fileformat2.html, section 1.3.
constexpr std::size_t header_size = 100;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;
constexpr std::string_view magic("SQLite format 3\0", 16);

using Header = std::array<char, header_size>;

bool read_header(const fs::path& path, Header& header) {
    std::ifstream file(path, std::ios::binary);
    return static_cast<bool>(file.read(header.data(), static_cast<std::streamsize>(header.size())));
}

std::uint32_t big_endian(const Header& header, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(header[at + i]);
    return number;
}

[[noreturn]] void throw_system_error(const fs::path& path, const Text& doing) {
    throw StoreError(worded("{}: {}: {}", "{}：{}：{}", path.string(), doing, std::strerror(errno)));
}

// fsync of a file or folder.
void flush_to_disk(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw_system_error(path, {"cannot be opened", "无法打开"});
    const bool flushed = ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!flushed) throw_system_error(path, {"cannot be brought to the disk", "无法写到磁盘"});
}

}  // namespace

FileKind kind_of(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return FileKind::absent;
    if (status.type() != fs::file_type::regular) return FileKind::foreign;
    if (fs::file_size(path, error) == 0) return FileKind::empty;
    Header header{};
    if (!read_header(path, header)) {
        if (::access(path.c_str(), R_OK) != 0) throw_system_error(path, {"cannot be read", "无法读取"});
        return FileKind::foreign;
    }
    const bool is_store = std::string_view(header.data(), magic.size()) == magic &&
                          big_endian(header, application_id_at) == application_id;
    return is_store ? FileKind::store : FileKind::foreign;
}

std::uint32_t format_version_of(const fs::path& path) {
    Header header{};
    return read_header(path, header) ? big_endian(header, user_version_at) : 0;
}

fs::path unfinished_path(const fs::path& path) { return path.string() + ".unfinished"; }

void remove_with_side_files(const fs::path& path) {
    std::error_code ignored;  // what cannot be removed is met again, with a better message, by whoever writes there
    for (const char* suffix : {"-wal", "-shm", "-journal", ""}) fs::remove(path.string() + suffix, ignored);
}

void replace_file(const fs::path& from, const fs::path& to) {
    flush_to_disk(from);
    if (::rename(from.c_str(), to.c_str()) != 0)
        throw_system_error(to, {"cannot be replaced by the new file", "无法以新文件替换"});
    flush_to_disk(to.parent_path());
}

}  // namespace staffsim::store
