#include "analysis/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
    throw OutputError(worded("{}: cannot be written: {}", "{}：无法写入：{}", path.string(), reason));
}

fs::path folder_of(const fs::path& path) {
    const fs::path parent = path.parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

}  // namespace

PartFile::PartFile(fs::path path) : path_(std::move(path)), beside_(path_) {
    beside_ += "." + std::to_string(::getpid()) + ".part";
}

PartFile::~PartFile() {
    std::error_code ignored;
    fs::remove(beside_, ignored);
}

void PartFile::write(std::string_view content) const {
    std::ofstream out(beside_, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.close();
    if (!out) fail(path_, std::strerror(errno));
}

void PartFile::take_place() const {
    std::error_code error;
    fs::rename(beside_, path_, error);
    if (error) fail(path_, error.message());
}

void write_file(const fs::path& path, std::string_view content) {
    const PartFile part(path);
    part.write(content);
    part.take_place();
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    return content.str();
}

void check_can_write(const fs::path& path, const std::string& option) {
    // Of 255 that file systems allow; the rest is for what stands beside a file while it is written.
    constexpr std::size_t longest_name = 230;
    const std::string name = path.filename().string();
    if (name.size() > longest_name)
        throw InputError(worded("{}: the name {}... has {} bytes; {} at most",
                                "{}：名称 {}... 长 {} 字节；最多 {} 字节", option, name.substr(0, 20), name.size(),
                                longest_name));
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        throw InputError(
            worded("{}: {} is a folder; name a file", "{}：{} 是文件夹；请给文件名", option, path.string()));
    const fs::path folder = folder_of(path);
    if (!fs::is_directory(folder, ignored))
        throw InputError(worded("{}: there is no folder {}", "{}：没有文件夹 {}", option, folder.string()));
}

void check_can_fill(const fs::path& folder, const std::string& option) {
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return;
    if (fs::exists(folder, ignored))
        throw InputError(
            worded("{}: {} is a file; name a folder", "{}：{} 是文件；请给文件夹名", option, folder.string()));
    const fs::path parent = folder_of(folder.has_filename() ? folder : folder.parent_path());
    if (!fs::is_directory(parent, ignored))
        throw InputError(worded("{}: there is no folder {}", "{}：没有文件夹 {}", option, parent.string()));
}

}  // namespace staffsim::analysis
