// Section 1: the sentences of answer.hpp for each verdict year, and the three kinds of not knowing.
#include "analysis/overrides.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

view::data fill_answer(const Comparison& comparison) {
    view::data values;
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   view::data parts = view::empty_list();
                   for (const AnswerPart& part : answer_parts(comparison, year)) {
                       view::data item;
                       item.set("letter", part.scenario ? scenario_letter(*part.scenario) : "");
                       item.set("has_letter", part.scenario.has_value());
                       item.set("lead", view::text(part.lead));
                       item.set("body", view::text(part.body));
                       parts << item;
                   }
                   entry.set("parts", parts);
               }));
    values.set("few", view::text(too_few_futures(comparison)));
    values.set("has_few", comparison.declared_baseline && has_too_few_futures(comparison));
    values.set("varied", !comparison.drivers.is_empty());
    values.set("pay_effect", !comparison.pay_effect.cells.empty());
    values.set("overridden", !comparison.overrides.is_empty());
    values.set("overrides", view::text(names_of(comparison.overrides)));
    values.set("one_factor", assumptions_varied(comparison.drivers) == 1);
    values.set("factors", std::to_string(assumptions_varied(comparison.drivers)));
    values.set("replications", std::to_string(comparison.replications));
    values.set("share_pasts", comparison.pasts < comparison.replications);
    values.set("pasts", std::to_string(comparison.pasts));
    return values;
}

}  // namespace staffsim::analysis
