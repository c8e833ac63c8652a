#include "sim/cli/commands.hpp"

namespace staffsim::cli {

const std::vector<Command>& commands() {
    static const std::vector<Command> all{
        {"new", "copy a commented scenario to start one's own county from", run_new},
        {"roster", "make a synthetic roster and establishment from totals", run_roster},
        {"check", "validate scenarios; where values come from; what differs", run_check},
        {"levers", "list what can be decided, looked up or assumed", run_levers},
        {"run", "simulate a county; manpower table by year and unit", run_run},
        {"compare", "compare policies over matched futures; verdicts and report", run_compare},
        {"experiment", "many scenarios and swept levers from one file; resumable", run_experiment_file},
        {"sensitivity", "which assumptions the differences hinge on", run_sensitivity},
        {"decompose", "which part of a package of overlays does what", run_decompose},
        {"best", "which policy is best on an outcome, with a guarantee", run_best},
        {"seek", "how large a lever must be to reach a target", run_seek},
        {"report", "rebuild a report from results, without simulating", run_report},
        {"verify", "hold the simulator against closed forms", run_verify},
        {"bench", "measure the speed of the simulation", run_bench},
    };
    return all;
}

}  // namespace staffsim::cli
