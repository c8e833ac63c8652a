#include "analysis/theory/formulas.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numeric>
#include <utility>

namespace staffsim::theory {

namespace {

using Matrix = std::vector<std::vector<double>>;

// x of A x = b, by elimination with the largest pivot.
std::vector<double> solve(Matrix rows, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t i = column + 1; i < n; ++i) {
            if (std::abs(rows[i][column]) > std::abs(rows[pivot][column])) pivot = i;
        }
        std::swap(rows[pivot], rows[column]);
        std::swap(b[pivot], b[column]);
        for (std::size_t i = column + 1; i < n; ++i) {
            const double factor = rows[i][column] / rows[column][column];
            for (std::size_t j = column; j < n; ++j) rows[i][j] -= factor * rows[column][j];
            b[i] -= factor * b[column];
        }
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = i + 1; j < n; ++j) b[i] -= rows[i][j] * b[j];
        b[i] /= rows[i][i];
    }
    return b;
}

Matrix identity_less(const Matrix& move) {
    Matrix rest = move;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        for (std::size_t j = 0; j < rest.size(); ++j) rest[i][j] = (i == j ? 1.0 : 0.0) - move[i][j];
    }
    return rest;
}

Matrix transposed(const Matrix& a) {
    Matrix columns(a.size(), std::vector<double>(a.size()));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < a.size(); ++j) columns[i][j] = a[j][i];
    }
    return columns;
}

// b move.
std::vector<double> times(const std::vector<double>& b, const Matrix& move) {
    std::vector<double> product(b.size());
    for (std::size_t i = 0; i < b.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) product[j] += b[i] * move[i][j];
    }
    return product;
}

// x of x (I - move) = b.
std::vector<double> times_fundamental_matrix(const PushModel& model, const std::vector<double>& b) {
    return solve(transposed(identity_less(model.move)), b);
}

}  // namespace

std::vector<double> stocks_after(const PushModel& model, std::vector<double> start, int years) {
    for (int year = 0; year < years; ++year) {
        start = times(start, model.move);
        for (std::size_t i = 0; i < start.size(); ++i) start[i] += model.intake[i];
    }
    return start;
}

std::vector<double> years_in_grades(const PushModel& model, std::size_t grade) {
    std::vector<double> one(model.move.size(), 0.0);
    one[grade] = 1.0;
    return times_fundamental_matrix(model, one);
}

std::vector<double> steady_stocks(const PushModel& model) { return times_fundamental_matrix(model, model.intake); }

double ever_in_grade(const PushModel& model, std::size_t from, std::size_t to) {
    return years_in_grades(model, from)[to] / years_in_grades(model, to)[to];
}

std::vector<double> flow_into_grades(const PullModel& model) {
    std::vector<double> flow(model.size.size());
    double sum = 0;
    for (std::size_t i = model.size.size(); i-- > 0;) {
        sum += model.size[i] * model.leaving[i];
        flow[i] = sum;
    }
    return flow;
}

double promotion_probability(const PullModel& model, std::size_t grade) {
    const std::vector<double> flow = flow_into_grades(model);
    return flow[grade + 1] / flow[grade];
}

double random_wait(const PullModel& model, std::size_t grade) {
    // Everybody of the grade is promoted at the same rate: the time at the grade is exponential whatever ends it.
    return model.size[grade] / flow_into_grades(model)[grade];
}

double seniority_wait(const PullModel& model, std::size_t grade) {
    const double flow = flow_into_grades(model)[grade];
    const double w = model.leaving[grade];
    return -std::log(1.0 - model.size[grade] * w / flow) / w;
}

double moves_a_year(const PullModel& model) {
    double sum = 0;
    for (std::size_t i = 0; i < model.size.size(); ++i)
        sum += static_cast<double>(i + 1) * model.size[i] * model.leaving[i];
    return sum;
}

double mean_completed_service(const PullModel& model) {
    return std::accumulate(model.size.begin(), model.size.end(), 0.0) / flow_into_grades(model)[0];
}

std::vector<double> mean_chain_lengths(const OriginOfFills& filled_from) {
    return solve(identity_less(filled_from), std::vector<double>(filled_from.size(), 1.0));
}

double chain_length_probability(const OriginOfFills& filled_from, std::vector<double> initial, int length) {
    for (int move = 1; move < length; ++move) initial = times(initial, filled_from);
    double ends = 0;
    for (std::size_t i = 0; i < initial.size(); ++i)
        ends += initial[i] * (1.0 - std::accumulate(filled_from[i].begin(), filled_from[i].end(), 0.0));
    return ends;
}

double vacant_share_lead_time(double leaving, double lead) { return leaving * lead / (1.0 + leaving * lead); }

double vacant_share_intake(double leaving, double interval, double lead, double fill) {
    const double decay = std::exp(-leaving * interval);
    const double cycle =
        interval * (1.0 + std::exp(leaving * lead) * decay / (1.0 - decay)) + interval * (1.0 - fill) / fill;
    return 1.0 - 1.0 / leaving / cycle;
}

double mean_of(const MixedExponential& m) { return m.share / m.high + (1.0 - m.share) / m.low; }

double survival(const MixedExponential& m, double time) {
    return m.share * std::exp(-m.high * time) + (1.0 - m.share) * std::exp(-m.low * time);
}

double settling_rate(const MixedExponential& m) { return m.share * m.low + (1.0 - m.share) * m.high; }

double renewal_rate(const MixedExponential& m, double time) {
    const double first = m.share * m.high + (1.0 - m.share) * m.low, last = 1.0 / mean_of(m);
    return last + (first - last) * std::exp(-settling_rate(m) * time);
}

double renewals(const MixedExponential& m, double time) {
    const double first = m.share * m.high + (1.0 - m.share) * m.low, last = 1.0 / mean_of(m);
    const double s = settling_rate(m);
    return last * time + (first - last) * (1.0 - std::exp(-s * time)) / s;
}

double stability_index(const MixedExponential& m, double time) {
    const double stays =
        m.share / m.high * std::exp(-m.high * time) + (1.0 - m.share) / m.low * std::exp(-m.low * time);
    return stays / mean_of(m);
}

double locked_renewals(double lock, double rate, double time) {
    double sum = 0;
    for (int n = 1; time - n * lock > 0; ++n) {
        const double term = boost::math::gamma_p(n, rate * (time - n * lock));
        sum += term;
        if (lock == 0 && term < 1e-16) break;
    }
    return sum;
}

double locked_renewal_rate(double lock, double rate, double time) {
    double sum = 0;
    for (int n = 1; time - n * lock > 0; ++n) {
        const double x = rate * (time - n * lock);
        const double term = rate * std::exp((n - 1) * std::log(x) - x - std::lgamma(n));
        sum += term;
        if (lock == 0 && n > x && term < 1e-16) break;
    }
    return sum;
}

int retirement_delay(int months_after_base) {
    return months_after_base < 0 ? 0 : std::min(36, months_after_base / 4 + 1);
}

double survival(const std::vector<double>& hazards, double time) {
    return std::exp(-std::accumulate(hazards.begin(), hazards.end(), 0.0) * time);
}

double cumulative_incidence(const std::vector<double>& hazards, std::size_t cause, double time) {
    const double total = std::accumulate(hazards.begin(), hazards.end(), 0.0);
    return total > 0 ? hazards[cause] / total * (1.0 - survival(hazards, time)) : 0.0;
}

double top_mean(int n, int k) {
    // The integrand vanishes with all its derivatives at both ends, where the trapezoid rule is as good as exact.
    const boost::math::normal normal;
    constexpr double end = 12, step = 1.0 / 256.0;
    double sum = 0;
    for (double x = -end; x <= end; x += step) {
        // Of the n - 1 others fewer than k lie above x.
        const double above = boost::math::cdf(boost::math::complement(normal, x));
        const double among_top =
            k == n ? 1.0 : boost::math::cdf(boost::math::binomial(n - 1, std::min(above, 1.0)), k - 1);
        sum += x * boost::math::pdf(normal, x) * among_top;
    }
    return n * sum * step / k;
}

double top_share_mean(double share) {
    const boost::math::normal normal;
    return boost::math::pdf(normal, boost::math::quantile(boost::math::complement(normal, share))) / share;
}

double spearman_brown(double reliability, double k) { return k * reliability / (1.0 + (k - 1.0) * reliability); }

double rating_reliability(const std::vector<RatingSource>& sources) {
    double weights = 0, noise = 0;
    for (const RatingSource& source : sources) {
        if (source.raters <= 0) continue;
        weights += source.weight;
        noise += source.weight * source.weight * (source.shared_bias + source.error / source.raters);
    }
    return weights * weights / (weights * weights + noise);
}

double mean_rises(int n, double q, int years_per_rise) {
    double sum = 0;
    for (int k = 0; k <= n; ++k) sum += static_cast<double>(k / years_per_rise) * binomial_probability(n, k, q);
    return sum;
}

double poisson_probability(double mean, int k) { return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0)); }

double binomial_probability(int n, int k, double p) {
    if (p <= 0 || p >= 1) return k == (p >= 1 ? n : 0) ? 1.0 : 0.0;
    const double log_choose = std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
    return std::exp(log_choose + k * std::log(p) + (n - k) * std::log1p(-p));
}

}  // namespace staffsim::theory
