#include "analysis/pdf.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "analysis/output_file.hpp"
#include "analysis/output_kind.hpp"
#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds longest{120};

// A folder for the browser's profile and the draft, removed afterwards.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "staffsim-pdf-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw OutputError(worded("no temporary folder for printing", "没有可供打印用的临时文件夹"));
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path file(const char* name) const { return path_ / name; }

  private:
    fs::path path_;
};

std::vector<std::string> command(const fs::path& browser, const Folder& folder) {
    return {browser.string(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.file("profile").string(),
            "--no-pdf-header-footer",
            "--print-to-pdf=" + folder.file("page.pdf").string(),
            "file://" + folder.file("page.html").string()};
}

// Starts the command with nothing on its standard streams.
pid_t start(std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int error = posix_spawn(&child, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw OutputError(worded("{} cannot be started", "{} 无法启动", words.front()));
    return child;
}

// Whether the child ended well in time; one that did not end is ended.
bool ended_well(pid_t child) {
    const auto deadline = std::chrono::steady_clock::now() + longest;
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > deadline) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool can_be_run(const fs::path& path) { return fs::is_regular_file(path) && ::access(path.c_str(), X_OK) == 0; }

}  // namespace

std::optional<fs::path> find_chromium() {
    if (const char* named = std::getenv("STAFFSIM_CHROMIUM")) {
        if (can_be_run(named)) return fs::path{named};
        return std::nullopt;
    }
    const char* path = std::getenv("PATH");
    for (const char* name : {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}) {
        std::istringstream folders(path == nullptr ? "" : path);
        for (std::string folder; std::getline(folders, folder, ':');) {
            const fs::path candidate = fs::path(folder.empty() ? "." : folder) / name;
            if (can_be_run(candidate)) return candidate;
        }
    }
    return std::nullopt;
}

void check_can_print() {
    if (find_chromium()) return;
    throw InputError(worded(
        "--pdf: no Chromium was found (Debian: package chromium); without it, open the report in any browser and print "
        "it to A4",
        "--pdf：未找到 Chromium（Debian 软件包 chromium）；可用任一浏览器打开报告，按 A4 打印"));
}

void print_pdf(std::string_view html, const fs::path& pdf) {
    const std::optional<fs::path> browser = find_chromium();
    if (!browser)
        throw OutputError(
            worded("{}: no Chromium was found to print it", "{}：未找到用于打印的 Chromium", pdf.string()));
    const Folder folder;
    write_file(folder.file("page.html"), html);
    std::vector<std::string> words = command(*browser, folder);
    const bool printed = ended_well(start(words));
    const std::string content = read_file(folder.file("page.pdf"));
    if (!printed || !content.starts_with("%PDF-")) {
        throw OutputError(
            worded("{}: {} could not print the report", "{}：{} 未能打印报告", pdf.string(), browser->string()));
    }
    write_file(pdf, (content.ends_with('\n') ? content : content + "\n") + std::string(pdf_mark));
}

}  // namespace staffsim::analysis
