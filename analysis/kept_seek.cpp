#include <algorithm>

#include "analysis/kept_json.hpp"
#include "sim/experiment/seek.hpp"
#include "sim/foundation/diagnostics.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t numbers_of_a_trial = 12;

}  // namespace

KeptQuestion kept(const SeekReport& question, const SeekSearch& search, const std::string& identity) {
    const Json asked{{"scenario", json_of(question.scenario)},
                     {"lever", question.lever},
                     {"other_lever", question.other_lever},
                     {"outcome", measures::outcomes()[question.outcome].id},
                     {"at_most", question.at_most},
                     {"target", question.target},
                     {"in_each_township", question.in_each_township},
                     {"probability", question.probability},
                     {"year", question.year},
                     {"budget", question.budget ? Json(*question.budget) : Json()},
                     {"seed", question.seed}};
    return kept_question("seek", asked,
                         {{"label", json_of(question.label)},
                          {"other_label", json_of(question.other_label)},
                          {"unit", question.unit},
                          {"other_unit", question.other_unit},
                          {"present", question.present},
                          {"other_present", question.other_present},
                          {"replications", question.replications},
                          {"fresh_seed", question.fresh_seed},
                          {"low", search.low},
                          {"high", search.high},
                          {"resolution", search.resolution},
                          {"others", search.others},
                          {"identity", identity}});
}

std::pair<SeekReport, SeekSearch> seek_question_of(const Json& design) {
    const Json &asked = design.at("asked"), &beside = design.at("beside");
    SeekReport question;
    question.scenario = text_of(asked.at("scenario"));
    question.lever = asked.at("lever");
    question.other_lever = asked.at("other_lever");
    question.outcome = measures::outcome_index(asked.at("outcome").get<std::string>());
    question.at_most = asked.at("at_most");
    question.target = asked.at("target");
    question.in_each_township = asked.at("in_each_township");
    question.probability = asked.at("probability");
    question.year = asked.at("year");
    if (!asked.at("budget").is_null()) question.budget = asked.at("budget").get<double>();
    question.seed = asked.at("seed");
    question.label = text_of(beside.at("label"));
    question.other_label = text_of(beside.at("other_label"));
    question.unit = beside.at("unit");
    question.other_unit = beside.at("other_unit");
    question.present = beside.at("present");
    question.other_present = beside.at("other_present");
    question.replications = beside.at("replications");
    question.fresh_seed = beside.at("fresh_seed");
    return {
        question,
        {beside.at("low"), beside.at("high"), beside.at("resolution"), beside.at("others").get<std::vector<double>>()}};
}

std::vector<double> numbers_of(const SeekEvidence& one, bool is_fresh) {
    return {is_fresh ? 1.0 : 0.0,
            one.value,
            one.other_value,
            one.share,
            one.share_low,
            one.share_high,
            one.mean,
            one.cost,
            one.cost_low,
            one.cost_high,
            one.meets ? 1.0 : 0.0,
            one.is_affordable ? 1.0 : 0.0};
}

namespace {

SeekEvidence evidence_of(const std::vector<double>& n) {
    return {n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10] != 0, n[11] != 0};
}

class Search {
  public:
    Search(SeekReport question, const SeekSearch& search, const TryValue& try_value)
        : report_(std::move(question)), search_(search), try_value_(try_value) {}

    SeekReport run() {
        for (const double other : search_.others) seek(other);
        std::ranges::sort(report_.tried, {},
                          [](const SeekEvidence& one) { return std::pair(one.other_value, one.value); });
        if (report_.answer) report_.confirmation = try_value_(true, report_.answer->value, report_.answer->other_value);
        return std::move(report_);
    }

  private:
    void seek(double other) {
        std::vector<SeekEvidence> own;
        const auto meets = [&](double value) {
            own.push_back(try_value_(false, value, other));
            return own.back().meets;
        };
        const auto found = experiment::seek_smallest({search_.low, search_.high, search_.resolution}, meets);
        const bool is_mix = !report_.other_lever.empty();
        report_.is_monotone = report_.is_monotone && found.shape != experiment::SeekShape::mixed;
        report_.falls = !is_mix && found.shape == experiment::SeekShape::falling;
        std::ranges::sort(own, {}, &SeekEvidence::value);
        const SeekEvidence* best = best_of(own);
        if (best != nullptr && (!report_.answer || (is_mix && best->cost < report_.answer->cost)))
            report_.answer = *best;
        report_.tried.insert(report_.tried.end(), own.begin(), own.end());
    }

    // Larger values of the same mix are not smaller: the first that will do is its best.
    const SeekEvidence* best_of(const std::vector<SeekEvidence>& own) const {
        const SeekEvidence* best = nullptr;
        for (const SeekEvidence& one : own) {
            if (one.meets && one.is_affordable && (best == nullptr || report_.falls)) best = &one;
        }
        return best;
    }

    SeekReport report_;
    const SeekSearch& search_;
    const TryValue& try_value_;
};

}  // namespace

SeekReport sought(SeekReport question, const SeekSearch& search, const TryValue& try_value) {
    return Search(std::move(question), search, try_value).run();
}

SeekReport sought(const SeekReport& question, const SeekSearch& search, const KeptPoints& points,
                  const TryValue& live) {
    const auto recalled = [&](bool is_fresh, double value, double other) {
        for (const std::vector<double>& point : points) {
            if (point.size() != numbers_of_a_trial) throw InvariantError("store: a trial of seek has other numbers");
            if ((point[0] != 0) == is_fresh && point[1] == value && point[2] == other) return evidence_of(point);
        }
        return live(is_fresh, value, other);
    };
    return sought(question, search, recalled);
}

}  // namespace staffsim::analysis
