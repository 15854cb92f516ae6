//! Intervals of shares and of differences between shares, both at 95 %.
//!
//! They take units to be independent of each other, which recommendations of one review are not: over several
//! States they stand beside what [`resample`](super::resample) says.

/// The standard normal deviate that 97.5 % lie below.
const Z: f64 = 1.959_963_984_540_054;

/// Where a value is likely to lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// The interval to go by: that by States where there are several, else that of the one review.
    pub(super) fn to_go_by(by_states: [Option<f64>; 2], plain: [Option<f64>; 2]) -> Option<Self> {
        let of = |[low, high]: [Option<f64>; 2]| Some(Self { low: low?, high: high? });
        of(by_states).or_else(|| of(plain))
    }

    /// The same in per cent.
    pub(super) fn per_cent(self) -> Self {
        Self { low: self.low * 100.0, high: self.high * 100.0 }
    }
}

/// The score interval of a share of `n` among `of`, which must not be 0.
///
/// E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
pub(super) fn wilson(n: u64, of: u64) -> Interval {
    let (n, of) = (n as f64, of as f64);
    let (share, square) = (n / of, Z * Z);
    let centre = (share + square / (2.0 * of)) / (1.0 + square / of);
    let half = Z * (share * (1.0 - share) / of + square / (4.0 * of * of)).sqrt() / (1.0 + square / of);
    Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) }
}

/// The hybrid score interval of the difference of two shares, the second less the first; neither may be of 0.
///
/// R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10.
pub(super) fn newcombe(first: (u64, u64), second: (u64, u64)) -> Interval {
    let share = |(n, of): (u64, u64)| n as f64 / of as f64;
    let (p1, p2) = (share(first), share(second));
    let (w1, w2) = (wilson(first.0, first.1), wilson(second.0, second.1));
    let difference = p2 - p1;
    Interval {
        low: difference - (p2 - w2.low).hypot(w1.high - p1),
        high: difference + (w2.high - p2).hypot(p1 - w1.low),
    }
}

#[cfg(test)]
mod tests {
    use super::{Interval, newcombe, wilson};

    fn assert_near(found: Interval, low: f64, high: f64) {
        assert!((found.low - low).abs() < 1e-9 && (found.high - high).abs() < 1e-9, "{found:?}: {low} to {high}");
    }

    /// `proportion_confint(n, of, method="wilson")` of statsmodels 0.15.0.
    #[test]
    fn shares_have_the_intervals_that_statsmodels_gives() {
        for (n, of, low, high) in [
            (224, 300, 0.694_545_884_400_417_1, 0.792_550_249_795_473_5),
            (224, 321, 0.645_488_811_873_783, 0.745_471_136_591_728),
            (142, 163, 0.811_071_430_174_553_7, 0.914_167_972_880_772_5),
            (155, 180, 0.803_008_499_491_887_9, 0.904_122_529_786_947_2),
            (8338, 11257, 0.732_517_691_089_221_8, 0.748_707_448_241_308_1),
            (0, 10, 0.0, 0.277_532_799_862_889_26),
            (10, 10, 0.722_467_200_137_110_6, 1.0),
            (1, 12, 0.014_865_094_404_917_095, 0.353_879_911_141_116_94),
        ] {
            assert_near(wilson(n, of), low, high);
        }
    }

    /// `confint_proportions_2indep(…, method="newcomb", compare="diff")` of statsmodels 0.15.0.
    #[test]
    fn differences_have_the_intervals_that_statsmodels_gives() {
        for (first, second, low, high) in [
            ((135, 171), (224, 321), -0.167_140_624_329_867_37, -0.009_336_593_565_079_834),
            ((126, 212), (131, 299), -0.240_549_501_314_275_55, -0.068_302_031_041_928_39),
            ((182, 215), (217, 254), -0.056_500_045_874_327_29, 0.074_092_897_748_893_06),
            ((3897, 5861), (8338, 11257), 0.061_292_296_669_527_62, 0.090_377_907_065_975_75),
            ((1927, 5861), (3730, 11257), -0.012_328_965_683_084_541, 0.017_346_433_357_170_878),
            ((984, 5861), (2214, 11257), 0.016_616_002_950_130_5, 0.040_741_228_872_564_8),
            ((12, 12), (0, 12), -1.0, -0.657_061_686_993_966_5),
        ] {
            assert_near(newcombe(first, second), low, high);
        }
    }
}
