#include "sim/scenario/warnings.hpp"

#include <array>

namespace staffsim::scenario {

namespace {

constexpr auto how_many = static_cast<std::size_t>(Warning::count);

constexpr std::array<WarningText, how_many> texts{{
    {Warning::over_establishment, "over_establishment",
     "{} is {} over establishment ({} staff, {} places); it recruits nobody until enough have left",
     "{0} 超编 {1} 人（实有 {2}，编制 {3}）；在减到编制数以内之前不招录"},
    {Warning::nobody_in_roster, "nobody_in_roster", "nobody in it belongs to {}, so {} places start empty",
     "{0} 在花名册中没有人员，{1} 个编制期初为空"},
    {Warning::same_name, "same_name",
     "is the name of another scenario, too; \"{}\" stands behind it to tell them apart",
     "与另一方案同名；其后加“（{0}）”以示区别"},
    {Warning::other_establishment, "other_establishment",
     "\"{}\" lives under {} ({} places), the baseline under {} ({} places): unless that is the policy, the differences "
     "are those of the establishments, too",
     "“{0}”采用 {1}（编制 {2}），基准方案采用 {3}（编制 {4}）：除非这正是要比较的办法，否则差异中也包含两张编制表之差"},
    {Warning::unknown_fields, "unknown_fields", "{} fields of study are not known and count as \"other\"",
     "{0} 人的专业无法识别，按“其他”计"},
    {Warning::more_titles_than_places, "more_titles_than_places", "has {} titled posts but only {} places",
     "有 {0} 个领导职数，但只有 {1} 个编制"},
    {Warning::year_beyond, "year_beyond", "year {} lies beyond the {} simulated years and is left out",
     "第 {0} 年超出模拟的 {1} 年，略去"},
    {Warning::years_beyond, "years_beyond", "years {} lie beyond the {} simulated years and are left out",
     "第 {0} 年均超出模拟的 {1} 年，略去"},
    {Warning::start_beyond, "start_beyond", "{} lies beyond the {} simulated years; nothing changes",
     "{0} 超出模拟的 {1} 年，不起作用"},
    {Warning::start_before, "start_before",
     "{} lies before the first simulated day {}: it holds from the first day on, as if no day were given; the years "
     "before are not lived under it",
     "{0} 早于起始日 {1}：自起始日起生效，与未写日期相同；此前年份不按其推演"},
    {Warning::one_past, "one_past",
     "all futures continue the same past of the county's people, and ranges hold only given it; usual are {}",
     "各次推演承接人员的同一种过去，区间仅以此为前提；通常取 {0}"},
    {Warning::last_step_beyond, "last_step_beyond", "the last of {} yearly steps lies beyond the {} simulated years",
     "{0} 个年度步骤中最后一步超出模拟的 {1} 年"},
    {Warning::conditions_of_nothing, "conditions_of_nothing",
     "starts, phase_in_years, units and applies_to hold for the values of their own table, which has none",
     "starts、phase_in_years、units、applies_to 只对本表中的取值有效，而本表没有取值"},
    {Warning::hides_conditions, "hides_conditions",
     "replaces the value set in {} and leaves out its {}: the new value holds from the first day, everywhere and for "
     "everybody, as far as nothing else is set beside it",
     "取代了 {0} 中的取值，且不沿用其 {1}：除非一并另设，新取值自起始日起、在各单位、对所有人生效"},
    {Warning::hides_value, "hides_value", "replaces the value set in {}", "取代了 {0} 中的取值"},
    {Warning::one_way_transfer, "one_way_transfer", "has no effect: in a transfer two people take each other's place",
     "不起作用：对调时两人互换岗位"},
    {Warning::no_effect_while_false, "no_effect_while_false", "has no effect while {} is false",
     "{0} 未启用，故不起作用"},
    {Warning::no_effect_while_zero, "no_effect_while_zero", "has no effect while {} is 0", "{0} 为 0，故不起作用"},
    {Warning::lets_nobody_go, "lets_nobody_go", "lets nobody go, so {} has no effect",
     "不允许任何人外出，故 {0} 不起作用"},
    {Warning::weight_without_clients, "weight_without_clients", "gives weight to clients while no client is asked",
     "给服务对象评价以权重，但没有征求服务对象的意见"},
    {Warning::clients_without_weight, "clients_without_weight", "asks clients whose word has no weight",
     "征求服务对象意见，但其评价没有权重"},
    {Warning::long_service_under_ranks, "long_service_under_ranks",
     "long-service pay answers the lack of non-leadership ranks; under parallel ranks people already rise in rank "
     "and pay, so little is left for it to do",
     "年限待遇针对的是缺少非领导职级；实行职务与职级并行后，职级和待遇已可逐步晋升，其作用所剩无几"},
    {Warning::long_service_and_treatment, "long_service_and_treatment",
     "long-service pay and the rule of 2015 both pay a level above for years; whoever has both gets the larger one",
     "年限待遇与2015年职级待遇都按年限发放上一级待遇；同时符合的只按较高一项发放"},
    {Warning::calendar_over_a_year, "calendar_over_a_year",
     "announcement, exam, interview and entry do not follow each other within a year: recruits of an announcement "
     "enter more than a year later",
     "公告、笔试、面试、录用不能在一年内依次完成：当次公告录用的人员一年多以后才到岗"},
    {Warning::family_planning_over, "family_planning_over",
     "family planning ended as front-line work by 2021; it belongs in historical scenarios",
     "计划生育作为一线工作已于 2021 年结束，只宜用于历史情景"},
    {Warning::below_one_yuan, "below_one_yuan", "{} is less than one yuan: amounts are in yuan, not in 10,000 yuan",
     "{0} 不足一元：金额以元计，不以万元计"},
    {Warning::no_residents, "no_residents",
     "no residents are given for {}: taken as 0, so that nobody comes there with matters and no outcome of service is "
     "measured",
     "{0} 未填常住人口：按 0 计，该处无群众办事，服务类结果无从计量"},
    {Warning::no_distance, "no_distance",
     "no distance to the county seat is given for {}: taken as 0 km, as in the seat itself, where people leave less",
     "{0} 未填距县城里程：按 0 公里计，等同于在县城，人员流失会偏低"},
    {Warning::no_remote_class, "no_remote_class",
     "no class of remoteness is given for {}: taken as 1, the least remote, with its allowance and its applicants",
     "{0} 未填边远类别：按一类（最不边远）计发津贴、估算报考人数"},
    {Warning::old_roster, "old_roster",
     "the first day {} lies more than a year after the newest entry, post or rank in it ({}): who left, rose and came "
     "in between is not in it, and who became of age since retires at once; take the roster of the first day",
     "起始日 {0} 比花名册中最近的进入、任职或晋级时间（{1}）晚一年以上：其间的退休、晋升、进人均未反映，"
     "到龄者会一次性退休；请换用起始日的花名册"},
    {Warning::past_retirement, "past_retirement",
     "people past the statutory age of retirement on the first day: {} (by up to {} years); they retire on it; are "
     "dates of birth and first day right?",
     "有 {0} 人在起始日已超过法定退休年龄（最多超过 {1} 年），当日即退休；请核对出生年月和起始日"},
    {Warning::rank_since_without_rank, "rank_since_without_rank",
     "people with a day of their rank and no rank, from this line on: {}; a rank is drawn for them, and held since "
     "that "
     "day",
     "自本行起有 {0} 人填有现职级时间而未填职级：职级由程序抽取，并按该时间起算"},
    {Warning::shortens_terms, "shortens_terms",
     "without a day it shortens the term of those in service as well, from {} to {} years, and some are free to leave "
     "at once; for recruits alone write starts and applies_to = \"new_entrants\" beside it",
     "未写生效日期：在职人员的服务期也由 {0} 年缩短为 {1} 年，部分人员当即可以离开；如只对新录用人员，请一并写明 "
     "starts 和 applies_to = \"new_entrants\""},
    {Warning::lengthens_terms, "lengthens_terms",
     "without a day it lengthens the term of those in service as well, from {} to {} years, also of those who were "
     "free already; for recruits alone write starts and applies_to = \"new_entrants\" beside it",
     "未写生效日期：在职人员的服务期也由 {0} 年延长为 {1} 年，已满服务期的人员也不例外；如只对新录用人员，请一并写明 "
     "starts 和 applies_to = \"new_entrants\""},
}};

constexpr std::size_t holes(std::string_view text) {
    std::size_t count = 0;
    for (const char letter : text) count += letter == '{' ? 1 : 0;
    return count;
}

constexpr bool is_complete() {
    for (std::size_t at = 0; at < how_many; ++at) {
        const WarningText& text = texts[at];
        if (text.warning != static_cast<Warning>(at) || text.id.empty() || text.en.empty() || text.zh.empty())
            return false;
        if (holes(text.en) != holes(text.zh)) return false;
    }
    return true;
}
static_assert(is_complete(), "every warning has both texts, in the order of the list, with as many holes");

}  // namespace

std::span<const WarningText> warning_texts() { return texts; }
std::string_view id_of(Warning warning) { return texts[static_cast<std::size_t>(warning)].id; }

}  // namespace staffsim::scenario
