// Section 10: what one vacancy sets off. The same retirement under every policy as steps, then chain lengths and how
// long links stay empty, from a table.
#include "analysis/examples.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/spread_view.hpp"
#include "sim/foundation/date.hpp"
#include "sim/measures/chains.hpp"

namespace staffsim::analysis {
namespace {

std::string month_of(const Comparison& comparison, std::int32_t days) {
    const CivilDate date = to_civil(to_day({comparison.start_year, 1, 1}) + days);
    return fmt::format("{}-{:02}", date.year, date.month);
}

view::data step(const Text& what, const Text& where, const Text& how) {
    view::data entry;
    entry.set("what", view::text(what));
    entry.set("where", view::text(where));
    entry.set("how", view::text(how));
    return entry;
}

view::data link_step(const Comparison& comparison, const measures::ChainLink& link) {
    return step(words_of(link.post), portrait_unit(comparison, link.unit),
                {fmt::format("empty for {} days", link.days), fmt::format("空缺 {} 天", link.days)});
}

Text end_words(const measures::ChainExample& chain) {
    if (!chain.recruit) return {"nobody more is needed", "不再补人"};
    const Term<Channel>& channel = term(*chain.recruit);
    return {fmt::format("a recruit comes ({})", channel.en), fmt::format("新录用一人（{}）", channel.zh)};
}

view::data example_view(const Comparison& comparison, std::size_t scenario) {
    const measures::ChainExample& chain = comparison.portraits.examples.chains[scenario];
    view::data entry = scenario_view(comparison, scenario);
    view::data steps = view::empty_list();
    std::int32_t days = 0;
    for (const measures::ChainLink& link : chain.links) {
        steps << link_step(comparison, link);
        days += link.days;
    }
    const std::size_t links = chain.links.size();
    entry.set("steps", steps);
    entry.set("end", view::text(end_words(chain)));
    entry.set("sum", view::text({fmt::format("{} link{}, empty for {} days in all", links, links == 1 ? "" : "s", days),
                                 fmt::format("{} 环，合计空缺 {} 天", links, days)}));
    entry.set("is_variant", scenario > 0);
    entry.set("index", std::to_string(scenario));
    return entry;
}

template <class Of>
view::data cells_of(const Comparison& comparison, int decimals, int range_decimals, const Of& of) {
    view::data cells = view::empty_list();
    for (const ChainStudy& study : comparison.portraits.chains)
        cells << spread_cell(of(study), decimals, range_decimals);
    return cells;
}

Text ordinal(std::size_t place) {
    static constexpr const char* en[] = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh"};
    if (place < std::size(en)) return {en[place], fmt::format("第{}环", place + 1)};
    return {"eighth and later", "第8环及以后"};
}

Text length_words(std::size_t i) {
    const bool is_last = i + 1 == measures::chain_lengths;
    return {fmt::format("{} link{}{}", i + 1, i == 0 ? "" : "s", is_last ? " or more" : ""),
            fmt::format("{}{}", i + 1, is_last ? "环及以上" : "环")};
}

bool is_seen(const Comparison& comparison, std::size_t i) {
    for (const ChainStudy& study : comparison.portraits.chains)
        if (study.ended[i].mean >= 0.05) return true;
    return false;
}

bool is_waited_for(const Comparison& comparison, const std::vector<Spread> ChainStudy::*days, std::size_t i) {
    for (const ChainStudy& study : comparison.portraits.chains)
        if ((study.*days)[i].mean > 0) return true;
    return false;
}

view::data chain_groups(const Comparison& comparison) {
    view::data lengths = view::empty_list(), links = view::empty_list(), posts = view::empty_list(),
               mean = view::empty_list();
    for (std::size_t i = 0; i < measures::chain_lengths; ++i) {
        if (is_seen(comparison, i))
            lengths << spread_row(length_words(i),
                                  cells_of(comparison, 1, 1, [i](const ChainStudy& s) { return s.ended[i]; }));
        if (is_seen(comparison, i) && is_waited_for(comparison, &ChainStudy::days, i))
            links << spread_row(ordinal(i), cells_of(comparison, 0, 0, [i](const ChainStudy& s) { return s.days[i]; }));
    }
    static const Text names[ladder_count] = {{"clerk’s place", "科员空编"},
                                             {"office post", "中层职务"},
                                             {"deputy leader", "副科级领导"},
                                             {"leader", "正科级领导"}};
    for (std::size_t i = ladder_count; i-- > 0;) {
        if (is_waited_for(comparison, &ChainStudy::days_on, i))
            posts << spread_row(names[i],
                                cells_of(comparison, 0, 0, [i](const ChainStudy& s) { return s.days_on[i]; }));
    }
    mean << spread_row({"all chains", "全部连锁"},
                       cells_of(comparison, 2, 2, [](const ChainStudy& s) { return s.links; }));
    view::data parts = view::empty_list();
    parts << spread_part("lengths", {"Links of a chain", "连锁环数"}, {"chains a year", "条/年"}, lengths);
    parts << spread_part("mean", {"Mean links", "平均环数"}, {"links", "环"}, mean);
    parts << spread_part("links", {"A link stays empty", "每环空缺时间"}, {"days, mean", "天，平均"}, links);
    parts << spread_part("posts", {"A post stays empty", "各类职务空缺时间"}, {"days, mean", "天，平均"}, posts);
    return parts;
}

}  // namespace

view::data fill_chains(const Comparison& comparison) {
    view::data values;
    const Portraits& portraits = comparison.portraits;
    values.set("present", !portraits.empty());
    values.set("absent", portraits.empty());
    if (portraits.empty()) return values;
    set_beside(comparison, "chains", values);
    const std::vector<measures::ChainExample>& chains = portraits.examples.chains;
    values.set("has_example", !chains.empty());
    view::data examples = view::empty_list();
    if (!chains.empty()) {
        const measures::ChainLink& first = chains.front().links.front();
        values.set("who", view::text(words_of(first.post)));
        values.set("where", view::text(portrait_unit(comparison, first.unit)));
        values.set("when", month_of(comparison, chains.front().day));
        for (std::size_t s = 0; s < chains.size(); ++s) examples << example_view(comparison, s);
    }
    values.set("examples", examples);
    values.set("rule", scenario_view(comparison, comparison.portraits.examples_by));
    values.set("span", std::to_string(1 + comparison.scenarios.size()));
    values.set("groups", chain_groups(comparison));
    return values;
}

}  // namespace staffsim::analysis
