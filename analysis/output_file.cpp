#include "analysis/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
    throw OutputError(path.string() + ": cannot be written: " + reason);
}

fs::path neighbour(const fs::path& path) {
    fs::path name = path;
    name += "." + std::to_string(::getpid()) + ".part";
    return name;
}

fs::path folder_of(const fs::path& path) {
    const fs::path parent = path.parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

}  // namespace

void write_file(const fs::path& path, std::string_view content) {
    const fs::path part = neighbour(path);
    std::error_code error;
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        out.flush();
        if (!out) {
            const std::string reason = std::strerror(errno);
            fs::remove(part, error);
            fail(path, reason);
        }
    }
    fs::rename(part, path, error);
    if (!error) return;
    const std::string reason = error.message();
    fs::remove(part, error);
    fail(path, reason);
}

void check_can_write(const fs::path& path, const std::string& option) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) throw InputError(option + ": " + path.string() + " is a folder; name a file");
    const fs::path folder = folder_of(path);
    if (!fs::is_directory(folder, ignored)) throw InputError(option + ": there is no folder " + folder.string());
}

void check_can_fill(const fs::path& folder, const std::string& option) {
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return;
    if (fs::exists(folder, ignored)) throw InputError(option + ": " + folder.string() + " is a file; name a folder");
    const fs::path parent = folder_of(folder.has_filename() ? folder : folder.parent_path());
    if (!fs::is_directory(parent, ignored)) throw InputError(option + ": there is no folder " + parent.string());
}

}  // namespace staffsim::analysis
