#include "tests/bad_inputs/cases.hpp"

#include <iconv.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace staffsim::tests {

namespace {

std::string in_gb18030(std::string text) {
    const iconv_t converter = iconv_open("GB18030", "UTF-8");
    std::string out(text.size() * 4, '\0');
    char* from = text.data();
    char* to = out.data();
    std::size_t left = text.size();
    std::size_t room = out.size();
    iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    out.resize(out.size() - room);
    return out;
}

std::string repeated(const std::string& arguments) {
    std::istringstream words(arguments);
    std::size_t count = 0;
    std::string text;
    words >> count >> text;
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

std::string bytes_in(const std::string& arguments) {
    std::istringstream words(arguments);
    std::string out;
    for (std::string hex; words >> hex;) out += static_cast<char>(std::stoi(hex, nullptr, 16));
    return out;
}

// What one line of a file's description adds to it.
std::string content_of(const std::string& line) {
    if (line[0] == '|') return line.substr(1) + "\n";
    const auto blank = line.find(' ');
    const std::string rest = line.substr(blank + 1);
    if (line.starts_with("~repeat ")) return repeated(rest);
    if (line.starts_with("~bytes ")) return bytes_in(rest);
    if (line.starts_with("~gb18030 ")) return in_gb18030(rest);
    throw std::runtime_error("not understood: " + line);
}

void read_line(const std::string& line, std::vector<BadInput>& cases, std::string& file) {
    const auto blank = line.find(' ');
    const std::string word = line.substr(0, blank);
    const std::string rest = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (word == "case") cases.emplace_back().name = rest;
    BadInput& input = cases.back();
    if (word == "file") input.files[file = rest];
    if (word == "folder") input.folders.push_back(rest);
    if (word == "check") input.check = rest;
    if (word == "set") input.sets.push_back(rest);
    if (word == "context") input.contexts.push_back(rest);
    if (word == "variant") input.variant = rest;
    if (word == "expect") input.expected.push_back(rest);
}

}  // namespace

std::vector<BadInput> read_cases(const std::filesystem::path& path) {
    std::ifstream stream(path);
    if (!stream) throw std::runtime_error("cannot read " + path.string());
    std::vector<BadInput> cases;
    std::string file;
    for (std::string line; std::getline(stream, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (line[0] == '|' || line[0] == '~') {
            cases.back().files[file] += content_of(line);
        } else {
            read_line(line, cases, file);
        }
    }
    return cases;
}

void write_files(const BadInput& sound, const BadInput& input, const std::filesystem::path& folder) {
    for (const BadInput* one : {&sound, &input}) {
        for (const std::string& name : one->folders) std::filesystem::create_directory(folder / name);
        for (const auto& [name, content] : one->files) std::ofstream(folder / name, std::ios::binary) << content;
    }
}

}  // namespace staffsim::tests
