// staffsim verify: the simulator against closed forms.
#include <iostream>

#include "analysis/theory/verify.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/common.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/scenarios_folder.hpp"

namespace staffsim::cli {

int run_verify(const Words& words) {
    theory::VerifyRequest request;
    std::string format = "table", language = "en";
    bool quiet = false;
    std::int64_t seed = 1, threads = 0, effort = 100;
    Options options(
        "verify [FILE…]",
        "Runs textbook scenarios and holds the results against closed forms computed from their own numbers;\n"
        "exit code 1 when one does not fit. Without files: every case that comes with the program.",
        "  staffsim verify\n  staffsim verify scenarios/theory/g_competing_risks.toml --effort 400\n");
    options.arguments(request.files, 0, 100, {"a theory scenario", "理论算例"});
    options.list("set", request.sets, "KEY=VALUE", "another case of the same formula");
    options.whole("effort", effort, 1, 100'000, "futures in per cent of the usual number");
    options.whole("seed", seed, 0, 4294967295, "luck");
    options.whole("threads", threads, 0, 1024, "simulating at once; 0: all processors");
    options.one_of("format", format, {"table", "json"}, "what stdout gets");
    options.one_of("lang", language, {"en", "zh"}, "language of the table");
    options.flag("quiet", quiet, "no progress, errors only");
    if (!options.read(words)) return 0;
    if (quiet) tell_errors_only();
    request.folder = (scenarios_folder() / "theory").string();
    request.seed = static_cast<std::uint32_t>(seed);
    request.threads = static_cast<int>(threads);
    request.effort = static_cast<double>(effort) / 100.0;
    request.language = language == "zh" ? Language::zh : Language::en;
    request.json = format == "json";
    return theory::run_verify(request, std::cout);
}

}  // namespace staffsim::cli
