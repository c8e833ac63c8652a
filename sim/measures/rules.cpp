#include "sim/measures/rules.hpp"

#include <algorithm>

namespace staffsim::measures {

namespace {

using engine::Policy;

// The upper end of leadership.second_line.age, which means "none".
constexpr double never_steps_down = 200;

bool on_some_ladder(const Policy& policy, bool (*holds)(const LadderRules&)) {
    const auto& ladders = policy.competition.ladder;
    return std::any_of(ladders.begin() + 1, ladders.end(), holds);  // the entry's is unused
}

std::vector<Rule> assessment_rules() {
    return {
        {"two_incompetent_years",
         {"dismissal after two incompetent years", "连续两年不称职辞退"},
         Flow::dismissals_by_result,
         [](const Policy& p) { return p.assessment.enabled && p.assessment.links_dismissal; }},
        {"step_back_by_result",
         {"one level down after an incompetent year", "不称职降职降级"},
         Flow::steps_back_by_result,
         [](const Policy& p) { return p.assessment.enabled && p.assessment.links_demotion; }},
        {"merit",
         {"merit after three excellent years", "连续三年优秀记三等功"},
         Flow::merits,
         [](const Policy& p) { return p.assessment.enabled && p.assessment.links_commendation; }},
        {"result_capped",
         {"result capped by a missed target", "一票否决限制考核等次"},
         Flow::results_capped,
         [](const Policy& p) {
             const TargetRules& targets = p.assessment.targets;
             return p.assessment.enabled && targets.number > 0 && targets.waived_share < 1;
         }},
        {"target_waived",
         {"missed target waived", "未完成目标获准调整"},
         Flow::targets_waived,
         [](const Policy& p) {
             const TargetRules& targets = p.assessment.targets;
             return p.assessment.enabled && targets.number > 0 && targets.waived_share > 0;
         }},
        {"sanction_added",
         {"sanction while another is in force", "处分期内再受处分"},
         Flow::sanctions_added,
         [](const Policy& p) { return p.conduct.sanction > 0; }},
    };
}

std::vector<Rule> post_rules() {
    return {
        {"competition_held",
         {"post filled by competition", "竞争上岗"},
         Flow::competitions,
         [](const Policy& p) {
             return on_some_ladder(
                 p, [](const LadderRules& l) { return l.regime == Regime::competition && l.competition_share > 0; });
         }},
        {"field_widened",
         {"field widened for lack of candidates", "人选不足扩大范围"},
         Flow::fields_widened,
         [](const Policy& p) {
             return on_some_ladder(
                 p, [](const LadderRules& l) { return l.regime != Regime::push && l.if_too_few == TooFew::widen; });
         }},
        {"post_left_empty",
         {"post left empty until the next round", "无合适人选暂缺"},
         Flow::seats_left_empty,
         [](const Policy& p) {
             return on_some_ladder(p, [](const LadderRules& l) { return l.regime != Regime::push; });
         }},
        {"trial_failed",
         {"return after a failed trial", "试用不合格退回"},
         Flow::trials_failed,
         [](const Policy& p) { return p.competition.trial.days > 0 && p.competition.trial.failure > 0; }},
        {"stepped_down",
         {"leader stepped down to the second line", "退居二线"},
         Flow::stepped_down,
         [](const Policy& p) { return p.competition.leadership.second_line_age < never_steps_down; }},
        {"leaders_rotated",
         {"leaders moved at a change of teams", "换届交流"},
         Flow::leaders_rotated,
         [](const Policy& p) {
             const LeadershipRules& l = p.competition.leadership;
             return l.change_years > 0 && l.rotation_share > 0;
         }},
        {"term_ended",
         {"longest time in a post reached", "任职年限届满交流"},
         Flow::terms_ended,
         [](const Policy& p) { return p.competition.leadership.term_years > 0; }},
        {"second_title",
         {"middle-level post held as a second title", "领导兼任中层职务"},
         Flow::second_titles,
         [](const Policy& p) { return p.competition.second_title_share > 0; }},
    };
}

std::vector<Rule> pay_rules() {
    return {
        {"budget_bound",
         {"budget for extra pay too small", "补贴预算不足"},
         Flow::budget_bound,
         [](const Policy& p) { return p.pay.extra_budget < no_extra_limit; }},
        {"rank_waits_for_quota",
         {"rank kept back by the quota", "因职数限制未晋升职级"},
         Flow::rank_waits_for_quota,
         [](const Policy& p) { return p.pay.rank_regime == RankRegime::parallel; }},
        {"long_service_paid",
         {"long-service pay", "年限待遇"},
         PayComponent::long_service,
         [](const Policy& p) { return p.pay.long_service && p.pay.pays_level_above > 0; }},
    };
}

std::vector<Rule> movement_rules() {
    return {
        {seconded,
         {"secondment", "挂职交流"},
         Flow::exchanges_begun,
         [](const Policy& p) { return p.exchange.pairs_per_year > 0 && p.exchange.mode == ExchangeMode::secondment; }},
        {transferred,
         {"transfer", "转任交流"},
         Flow::exchange_transfers,
         [](const Policy& p) { return p.exchange.pairs_per_year > 0 && p.exchange.mode == ExchangeMode::transfer; }},
        {exchange_not_found,
         {"planned exchange without a person or a place", "计划交流未能成行"},
         Flow::exchanges_not_found,
         [](const Policy& p) { return p.exchange.pairs_per_year > 0; }},
        {"borrowing",
         {"borrowing by county organs", "县直机关借调"},
         Flow::borrowings_begun,
         [](const Policy& p) { return p.exchange.borrowed_share > 0; }},
        {"borrowing_extended",
         {"borrowing extended", "借调延期"},
         Flow::borrowings_extended,
         [](const Policy& p) { return p.exchange.borrowed_share > 0 && p.exchange.borrowing_extension_share > 0; }},
        {"heads_rotated",
         {"rotation of office heads", "中层轮岗"},
         Flow::rotations,
         [](const Policy& p) { return p.exchange.rotation_years > 0; }},
        {"front_line",
         {"front-line exercise", "一线锻炼"},
         Flow::front_line_begun,
         [](const Policy& p) {
             return std::any_of(p.front_line.places.begin(), p.front_line.places.end(), [](double n) { return n > 0; });
         }},
        {"probation_failed",
         {"recruitment cancelled after probation", "试用期满取消录用"},
         AllBut{Flow::exit_failed_probation, Flow::quit_on_probation},
         [](const Policy& p) { return p.recruitment.probation_days > 0 && p.recruitment.failed_probation > 0; }},
        {"move_refused",
         {"move above the county refused for lack of seats", "上调名额不足"},
         Flow::moves_refused,
         [](const Policy& p) {
             const auto& rates = p.retention.moved_above;
             return std::any_of(rates.begin(), rates.end(), [](double rate) { return rate > 0; });
         }},
    };
}

std::int64_t times_in(const GroupYear& year, const FiresAs& sign) {
    const auto times = [&year](Flow flow) { return year.flows[static_cast<std::size_t>(flow)]; };
    if (const Flow* flow = std::get_if<Flow>(&sign)) return times(*flow);
    if (const AllBut* flows = std::get_if<AllBut>(&sign)) return times(flows->all) - times(flows->part);
    const auto component = static_cast<std::size_t>(std::get<PayComponent>(sign));
    return year.pay_milli_fen[component] > 0 ? 1 : 0;
}

}  // namespace

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> rules;
        for (std::vector<Rule> part : {assessment_rules(), post_rules(), pay_rules(), movement_rules()}) {
            rules.insert(rules.end(), part.begin(), part.end());
        }
        return rules;
    }();
    return all;
}

RuleWatch::RuleWatch(const engine::PolicyTimeline& policy) {
    for (const Rule& rule : rules()) {
        if (std::any_of(policy.blocks.begin(), policy.blocks.end(), rule.is_on)) on_.push_back(&rule);
    }
    times_.resize(on_.size());
}

void RuleWatch::add(const GroupYear& whole_county) {
    for (std::size_t i = 0; i < on_.size(); ++i) times_[i] += times_in(whole_county, on_[i]->fires_as);
}

std::vector<RuleCount> RuleWatch::counts() const {
    std::vector<RuleCount> counts;
    for (std::size_t i = 0; i < on_.size(); ++i) counts.push_back({on_[i]->id, times_[i]});
    return counts;
}

}  // namespace staffsim::measures
