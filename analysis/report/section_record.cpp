// Section 12: run record, how verdicts are reached, and what every verdict word means.
#include <fmt/core.h>

#include <set>

#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

Text meaning(stats::Verdict verdict) {
    using stats::Verdict;
    switch (verdict) {
        case Verdict::identical:
            return {"every matched pair of futures is equal", "每一对对照推演都相等"};
        case Verdict::not_measured:
            return {"nothing of the kind ever happened under either policy, so there is no value to compare",
                    "两种办法下都没有可计量的事项，无值可比"};
        case Verdict::too_rare:
            return {"fewer than 20 matched pairs differ; an exact bound is all that can be said",
                    "有差别的对照推演不足 20 对，只能给出精确界限"};
        case Verdict::depends_on_assumptions:
            return {"the sign changes within the plausible range of what was assumed", "在假设的合理范围内正负会改变"};
        case Verdict::better:
        case Verdict::worse:
            return {"more than chance, and at least as large as matters", "不是偶然，且达到在意的幅度"};
        case Verdict::higher:
        case Verdict::lower:
            return {"the same for outcomes of which neither side is better", "同上，用于高低不分优劣的结果"};
        case Verdict::small_better:
        case Verdict::small_worse:
        case Verdict::small_higher:
        case Verdict::small_lower:
            return {"more than chance, but smaller than matters", "不是偶然，但小于在意的幅度"};
        case Verdict::same:
            return {"the average change very likely lies within what does not matter",
                    "平均变化很可能在不在意的范围之内"};
        case Verdict::too_close:
            return {"the range reaches over zero and beyond what matters: more futures are needed",
                    "区间跨过零且超出在意的幅度：需要更多推演"};
        case Verdict::exploratory:
            return {
                "not declared before the run (another baseline was chosen): no verdict. Ranges each alone, against the "
                "declared baseline as declared",
                "运行前未声明（另选了基准）：不作判断。区间为单项区间，与声明的基准相比时沿用声明的区间"};
    }
    return {};
}

view::data legend() {
    view::data rows = view::empty_list();
    std::set<std::pair<std::string_view, std::string>> told;  // "real but small" is one word for four verdicts
    for (const stats::Verdict verdict : stats::all_verdicts()) {
        if (!told.emplace(stats::mark(verdict), stats::words(verdict).en).second) continue;
        view::data row = verdict_view(verdict);
        row.set("meaning", view::text(meaning(verdict)));
        rows << row;
    }
    return rows;
}

view::data facts(const Comparison& comparison) {
    view::data rows = view::empty_list();
    for (const Comparison::RunFact& fact : comparison.run_record) {
        view::data row;
        row.set("label", view::text(fact.label));
        row.set("value", view::text(fact.value));
        row.set("prose", fact.is_prose);
        rows << row;
    }
    return rows;
}

view::data files(const Comparison& comparison) {
    view::data rows = view::empty_list();
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        std::string joined;
        for (const std::string& file : comparison.scenarios[s].files) joined += (joined.empty() ? "" : ", ") + file;
        view::data row = scenario_view(comparison, s);
        row.set("files", joined);
        rows << row;
    }
    return rows;
}

}  // namespace

view::data fill_record(const Comparison& comparison) {
    view::data values;
    values.set("facts", facts(comparison));
    values.set("files", files(comparison));
    values.set("legend", legend());
    values.set("replications", std::to_string(comparison.replications));
    values.set("seed", std::to_string(comparison.seed));
    values.set("confidence", fmt::format("{:.0f}", 100 * comparison.confidence));
    values.set("family", std::to_string(comparison.family_size));
    values.set("look", std::to_string(comparison.look));
    return values;
}

}  // namespace staffsim::analysis
