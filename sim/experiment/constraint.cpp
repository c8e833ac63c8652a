#include "sim/experiment/constraint.hpp"

#include <cctype>
#include <charconv>
#include <optional>

#include "sim/scenario/node.hpp"

namespace staffsim::experiment {

struct Constraint::Node {
    std::string what;  // "number", "text", "key", or the operator
    double number = 0;
    std::string text;
    std::vector<std::shared_ptr<const Node>> parts;
};

namespace {

using Term = Constraint::Node;
using TermPtr = std::shared_ptr<const Term>;

constexpr int deepest = 100;

struct Fault {
    std::size_t at;
    Text message;
};

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.'; }

std::string last_part(const std::string& key) {
    const auto dot = key.rfind('.');
    return dot == std::string::npos ? key : key.substr(dot + 1);
}

class Parser {
  public:
    Parser(const std::string& text, const std::vector<std::string>& keys) : text_(text), keys_(keys) {}

    TermPtr whole() {
        TermPtr root = any();
        skip_blanks();
        if (at_ < text_.size()) throw Fault{at_, worded("\"{}\" is not understood", "“{}”无法识别", text_.substr(at_))};
        return root;
    }

  private:
    TermPtr any() {
        if (++depth_ > deepest) throw Fault{at_, {"is nested too deeply", "括号层次过多"}};
        TermPtr left = all();
        while (takes_word("or")) left = joined("or", left, all());
        --depth_;
        return left;
    }
    TermPtr all() {
        TermPtr left = negation();
        while (takes_word("and")) left = joined("and", left, negation());
        return left;
    }
    TermPtr negation() {
        if (!takes_word("not")) return comparison();
        if (++depth_ > deepest) throw Fault{at_, {"is nested too deeply", "括号层次过多"}};
        TermPtr inner = negation();
        --depth_;
        return joined("not", inner, nullptr);
    }
    TermPtr comparison() {
        TermPtr left = sum();
        for (const char* sign : {"==", "!=", "<=", ">=", "<", ">"}) {
            if (takes(sign)) return joined(sign, left, sum());
        }
        return left;
    }
    TermPtr sum() {
        TermPtr left = product();
        while (true) {
            if (takes("+")) {
                left = joined("+", left, product());
            } else if (takes("-")) {
                left = joined("-", left, product());
            } else {
                return left;
            }
        }
    }
    TermPtr product() {
        TermPtr left = factor();
        while (true) {
            if (takes("*")) {
                left = joined("*", left, factor());
            } else if (takes("/")) {
                left = joined("/", left, factor());
            } else {
                return left;
            }
        }
    }
    TermPtr factor() {
        skip_blanks();
        if (at_ == text_.size()) throw Fault{at_, {"ends too early", "没有写完"}};
        if (takes("(")) {
            TermPtr inner = any();
            if (!takes(")")) throw Fault{at_, {"a bracket is not closed", "缺少右括号"}};
            return inner;
        }
        if (takes("-")) {
            if (++depth_ > deepest) throw Fault{at_, {"is nested too deeply", "括号层次过多"}};
            TermPtr inner = factor();
            --depth_;
            return joined("-", leaf(Term{"number", 0, "", {}}), inner);
        }
        if (text_[at_] == '\'') return quoted();
        if (std::isdigit(static_cast<unsigned char>(text_[at_])) != 0) return number();
        return word();
    }

    TermPtr quoted() {
        const std::size_t end = text_.find('\'', at_ + 1);
        if (end == std::string::npos) throw Fault{at_, {"a quote is not closed", "缺少右引号"}};
        std::string inside = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return leaf(Term{"text", 0, std::move(inside), {}});
    }
    TermPtr number() {
        double value = 0;
        const char* begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
        if (error != std::errc{}) throw Fault{at_, {"is not a number", "不是数字"}};
        at_ += static_cast<std::size_t>(end - begin);
        return leaf(Term{"number", value, "", {}});
    }
    TermPtr word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_word_character(text_[at_])) ++at_;
        const std::string name = text_.substr(begin, at_ - begin);
        if (name.empty())
            throw Fault{begin, worded("\"{}\" is not understood", "“{}”无法识别", text_.substr(begin, 1))};
        if (name == "true" || name == "false") return leaf(Term{"number", name == "true" ? 1.0 : 0.0, "", {}});
        return leaf(Term{"key", 0, key_of(name, begin), {}});
    }

    std::string key_of(const std::string& name, std::size_t at) const {
        std::vector<std::string> meant;
        for (const std::string& key : keys_) {
            if (key == name) return key;
            if (last_part(key) == name) meant.push_back(key);
        }
        if (meant.size() == 1) return meant.front();
        if (meant.size() > 1)
            throw Fault{at, worded("{} may be {} or {}; write it in full", "{} 可能是 {} 或 {}；请写全", name, meant[0],
                                   meant[1])};
        std::vector<std::string> names = keys_;
        for (const std::string& key : keys_) names.push_back(last_part(key));
        throw Fault{
            at, worded("{} is not swept here{}", "{} 不在本试验的参数之中{}", name, scenario::suggestion(name, names))};
    }

    static TermPtr leaf(Term node) { return std::make_shared<const Term>(std::move(node)); }
    static TermPtr joined(const char* what, TermPtr left, TermPtr right) {
        return std::make_shared<const Term>(Term{what, 0, "", {std::move(left), std::move(right)}});
    }

    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    bool takes(const std::string& sign) {
        skip_blanks();
        if (text_.compare(at_, sign.size(), sign) != 0) return false;
        at_ += sign.size();
        return true;
    }
    bool takes_word(const std::string& word) {
        skip_blanks();
        const std::size_t end = at_ + word.size();
        if (text_.compare(at_, word.size(), word) != 0) return false;
        if (end < text_.size() && is_word_character(text_[end])) return false;
        at_ = end;
        return true;
    }

    const std::string& text_;
    const std::vector<std::string>& keys_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

double as_number(const ConstraintValue& value) {
    if (const double* number = std::get_if<double>(&value)) return *number;
    throw worded("\"{}\" is not a number", "“{}”不是数字", std::get<std::string>(value));
}

ConstraintValue value_of(const Term& node, const ConstraintValues& values);

bool compared(const std::string& sign, const ConstraintValue& left, const ConstraintValue& right) {
    if (sign == "==" || sign == "!=") return (left == right) == (sign == "==");
    const double a = as_number(left), b = as_number(right);
    if (sign == "<") return a < b;
    if (sign == "<=") return a <= b;
    return sign == ">" ? a > b : a >= b;
}

double calculated(char sign, double a, double b) {
    if (sign == '+') return a + b;
    if (sign == '-') return a - b;
    return sign == '*' ? a * b : a / b;
}

ConstraintValue value_of(const Term& node, const ConstraintValues& values) {
    if (node.what == "number") return node.number;
    if (node.what == "text") return node.text;
    if (node.what == "key") return values.at(node.text);
    const ConstraintValue left = value_of(*node.parts[0], values);
    if (node.what == "not") return as_number(left) == 0 ? 1.0 : 0.0;
    if (node.what == "or" && as_number(left) != 0) return 1.0;
    if (node.what == "and" && as_number(left) == 0) return 0.0;
    const ConstraintValue right = value_of(*node.parts[1], values);
    if (node.what == "or" || node.what == "and") return as_number(right) != 0 ? 1.0 : 0.0;
    if (node.what.size() == 1 && std::string_view("+-*/").find(node.what) != std::string_view::npos)
        return calculated(node.what[0], as_number(left), as_number(right));
    return compared(node.what, left, right) ? 1.0 : 0.0;
}

void collect_keys(const Term& node, std::vector<std::string>& keys) {
    if (node.what == "key") keys.push_back(node.text);
    for (const TermPtr& part : node.parts) {
        if (part) collect_keys(*part, keys);
    }
}

}  // namespace

Constraint::Constraint(const std::string& text, const Place& place, const std::vector<std::string>& keys,
                       Diagnostics& diagnostics)
    : text_(text), place_(place) {
    try {
        root_ = Parser(text, keys).whole();
    } catch (const Fault& fault) {
        // One more column for the opening quote.
        const int column = place.column == 0 ? 0 : place.column + 1 + static_cast<int>(fault.at);
        diagnostics.error({place.file, place.line, column}, "constraints", fault.message);
    }
}

bool Constraint::holds(const ConstraintValues& values) const {
    if (!root_) return true;
    try {
        return as_number(value_of(*root_, values)) != 0;
    } catch (const Text& message) {
        throw InputError({Problem{place_, "constraints", worded("\"{}\": {}", "“{}”：{}", text_, message)}});
    }
}

std::vector<std::string> Constraint::keys() const {
    std::vector<std::string> keys;
    if (root_) collect_keys(*root_, keys);
    return keys;
}

ConstraintValue constraint_value(const std::string& written) {
    if (written == "true") return 1.0;
    if (written == "false") return 0.0;
    double number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error == std::errc{} && end == written.data() + written.size()) return number;
    const bool is_quoted = written.size() >= 2 && written.front() == '"' && written.back() == '"';
    return is_quoted ? written.substr(1, written.size() - 2) : written;
}

}  // namespace staffsim::experiment
