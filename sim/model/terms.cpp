#include "sim/model/terms.hpp"

namespace staffsim {

const std::array<Term<UnitKind>, 2> Vocabulary<UnitKind>::terms{{
    {UnitKind::township, "township", "township", "乡镇"},
    {UnitKind::county_organ, "county_organ", "county organ", "县直机关"},
}};
const std::array<Term<Sex>, 2> Vocabulary<Sex>::terms{{
    {Sex::male, "male", "man", "男"},
    {Sex::female, "female", "woman", "女"},
}};
const std::array<Term<Education>, 4> Vocabulary<Education>::terms{{
    {Education::junior_college, "junior_college", "junior college", "大专"},
    {Education::bachelor, "bachelor", "bachelor", "本科"},
    {Education::master, "master", "master", "硕士"},
    {Education::doctor, "doctor", "doctor", "博士"},
}};
const std::array<Term<Field>, 6> Vocabulary<Field>::terms{{
    {Field::law, "law", "law", "法学"},
    {Field::agriculture, "agriculture", "agriculture", "农学"},
    {Field::economics, "economics", "economics", "经济"},
    {Field::engineering, "engineering", "engineering", "工学"},
    {Field::administration, "administration", "administration", "管理"},
    {Field::other, "other", "other", "其他"},
}};
const std::array<Term<Channel>, 5> Vocabulary<Channel>::terms{{
    {Channel::open_exam, "open_exam", "open exam", "公开考录"},
    {Channel::institution_staff, "institution_staff", "township institution staff", "乡镇事业人员"},
    {Channel::village_cadre, "village_cadre", "village cadre", "优秀村干部"},
    {Channel::village_official, "village_official", "college-graduate village official", "大学生村官"},
    {Channel::service_programme, "service_programme", "service-programme graduate", "服务基层项目人员"},
}};
const std::array<Term<Result>, 5> Vocabulary<Result>::terms{{
    {Result::none, "no_grade", "no grade", "不定等次"},
    {Result::excellent, "excellent", "excellent", "优秀"},
    {Result::competent, "competent", "competent", "称职"},
    {Result::basically_competent, "basically_competent", "basically competent", "基本称职"},
    {Result::incompetent, "incompetent", "incompetent", "不称职"},
}};
const std::array<Term<ExitCause>, 7> Vocabulary<ExitCause>::terms{{
    {ExitCause::retirement, "retirement", "statutory retirement", "退休"},
    {ExitCause::early_retirement, "early_retirement", "early retirement", "提前退休"},
    {ExitCause::resignation, "resignation", "resignation", "辞职"},
    {ExitCause::moved_above, "moved_above", "moved above the county", "调出本县"},
    {ExitCause::death, "death", "death or ill health", "死亡病退"},
    {ExitCause::dismissal, "dismissal", "dismissal", "辞退开除"},
    {ExitCause::failed_probation, "failed_probation", "failed probation", "试用不合格"},
}};
const std::array<Term<Sanction>, 7> Vocabulary<Sanction>::terms{{
    {Sanction::none, "none", "none", "无"},
    {Sanction::warning, "warning", "warning", "警告"},
    {Sanction::demerit, "demerit", "demerit", "记过"},
    {Sanction::major_demerit, "major_demerit", "major demerit", "记大过"},
    {Sanction::demotion, "demotion", "demotion in grade", "降级"},
    {Sanction::removal, "removal", "removal from post", "撤职"},
    {Sanction::dismissal, "dismissal", "dismissal", "开除"},
}};
const std::array<Term<Ladder>, 4> Vocabulary<Ladder>::terms{{
    {Ladder::entry, "entry", "entry", "入口"},
    {Ladder::middle, "middle", "middle-level post", "中层"},
    {Ladder::deputy, "deputy", "deputy section level", "副科"},
    {Ladder::chief, "chief", "section chief level", "正科"},
}};
const std::array<Term<Area>, 3> Vocabulary<Area>::terms{{
    {Area::unit, "unit", "the unit itself", "本单位"},
    {Area::same_kind, "same_kind", "all units of its kind", "同类单位"},
    {Area::county, "county", "the whole county", "全县"},
}};

}  // namespace staffsim
