#include "analysis/run_record.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/overrides.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/rules.hpp"
#include "analysis/version.hpp"
#include "sim/foundation/digest.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t record_digits = 16;

// One hash over the fingerprints of all runs shown: two equal ones mean the same events in every run.
std::string fingerprint_of(const store::Store& store, std::size_t units) {
    const std::vector<store::UnitRecord> records = store.unit_records();
    std::string all;
    for (std::size_t u = 0; u < units && u < records.size(); ++u)
        all += fmt::format("{:016x}\n", records[u].fingerprint);
    return sha256_hex(all).substr(0, record_digits);
}

std::string files_text(const store::PlannedScenario& scenario) {
    std::vector<std::string> files;
    for (const store::SourceFile& file : scenario.files) {
        files.push_back(fmt::format("{} {}", file.name, file.sha256.substr(0, record_digits)));
    }
    return fmt::format("{}", fmt::join(files, ", "));
}

Comparison::RunFact prose(Text label, Text value) { return {std::move(label), std::move(value), true}; }

// What was lived again, and that it was not where it was not.
std::vector<Comparison::RunFact> proof_facts(const Comparison& comparison) {
    const Text null{"A policy that changes nothing", "什么都不改的办法"}, again{"Lived again", "重新推演"};
    if (!comparison.proofs) {
        const Text none{"not lived again for these futures; staffsim compare does it",
                        "这些推演没有重新推演；staffsim compare 会这样做"};
        return {prose({null.en + "; the same again", null.zh + "；重新推演"}, none)};
    }
    const Proofs& proofs = *comparison.proofs;
    return {
        prose(null, {fmt::format("the baseline under another name: 0 difference in all {} outcomes, every group and "
                                 "year, of {} future{}",
                                 proofs.outcomes, proofs.null_futures, proofs.null_futures == 1 ? "" : "s"),
                     fmt::format("现行办法换一个名称：{} 次推演中，{} 项结果、各组各年的差异均为 0",
                                 proofs.null_futures, proofs.outcomes)}),
        prose(again, {fmt::format("future {} of every policy ({} runs), alone and on another number of threads: the "
                                  "same fingerprints",
                                  proofs.future + 1, proofs.runs),
                      fmt::format("各办法的第 {} 次推演（{} 次）单独并换用不同线程数重新推演：指纹相同",
                                  proofs.future + 1, proofs.runs)})};
}

// What the page says elsewhere of what it cannot know, once more beside the proofs.
std::vector<Comparison::RunFact> limit_facts(const Comparison& comparison) {
    std::vector<Comparison::RunFact> facts{prose({"Limits", "须知"}, limits_words(comparison))};
    for (const Text& note : comparison.notes)
        facts.push_back(prose({"Drawn, read and assumed", "抽取、读取与假定"}, note));
    return facts;
}

}  // namespace

std::vector<Comparison::RunFact> run_record(const store::Store& store, const Comparison& comparison) {
    const store::Plan& plan = store.plan();
    const std::size_t units = comparison.replications * plan.scenarios.size();
    const auto same = [](const std::string& value) { return Text{value, value}; };
    std::vector<Comparison::RunFact> facts{{{"Program", "程序"}, same("staffsim " + program_version())},
                                           {{"Model version", "模型版本"}, same(plan.model_version)},
                                           {{"Seed", "随机种子"}, same(std::to_string(plan.seed))}};
    // Of a store that holds answers to single questions alone, no policies were compared in the futures of a run.
    const std::vector<Comparison::RunFact> of_futures{
        {{"Matched futures", "对照推演次数"}, same(std::to_string(comparison.replications))},
        {{"Pasts that they continue", "所承接的不同过去"}, same(std::to_string(comparison.pasts))},
        {{"Look at the results", "第几次查看结果"}, same(std::to_string(comparison.look))},
        {{"Comparisons that share the error probability", "共同承担误差概率的比较数"},
         same(std::to_string(comparison.family_size))},
        {{"Conservation gates", "守恒检查"},
         {fmt::format("held in every run: {} of {}", units, units),
          fmt::format("每次推演均成立：{} 次中的 {} 次", units, units)}},
        {{"Fingerprint of all runs", "全部推演的指纹"}, same(fingerprint_of(store, units))}};
    if (comparison.replications > 0) {
        facts.insert(facts.end(), of_futures.begin(), of_futures.end());
        for (const auto& more : {proof_facts(comparison), limit_facts(comparison)})
            facts.insert(facts.end(), more.begin(), more.end());
    }
    for (Comparison::RunFact& fact : facts_of(comparison.overrides)) facts.push_back(std::move(fact));
    for (const NeverTriggered& group : never_triggered(comparison.rules, scenario_names(comparison))) {
        facts.push_back({{"Rules never triggered: " + group.whose.en, "从未触发的规则：" + group.whose.zh},
                         {fmt::format("in {} futures: {}", comparison.replications, group.rules.en),
                          fmt::format("{} 次推演中：{}", comparison.replications, group.rules.zh)}});
    }
    for (const store::PlannedScenario& scenario : plan.scenarios) {
        facts.push_back({{"Identity of " + scenario.name.en, "方案标识：" + scenario.name.zh},
                         same(scenario.unit_key.substr(0, record_digits))});
        facts.push_back({{"Files of " + scenario.name.en + ", SHA-256", "方案文件 SHA-256：" + scenario.name.zh},
                         same(files_text(scenario))});
    }
    return facts;
}

}  // namespace staffsim::analysis
