//! Features by name.
//!
//! Models are fitted to a row of numbers, and each number must stay at its place. A struct that is
//! declared here has its names, its numbers and their order from one list, so that they cannot part.

/// A struct of numbers with `NAMES`, its fields in order, and `numbers`, their values in that order.
macro_rules! named_features {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $field:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub(super) struct $name {
            $($(#[$about])* pub(super) $field: f64,)+
        }

        impl $name {
            /// The names, in the order of the numbers.
            pub(super) const NAMES: &'static [&'static str] = &[$(stringify!($field)),+];

            /// The numbers, in the order that models are fitted to.
            pub(super) const fn numbers(&self) -> [f64; $name::NAMES.len()] {
                [$(self.$field),+]
            }
        }
    };
}

pub(super) use named_features;

/// 1 where it is so, else 0.
pub(super) fn flag(value: bool) -> f64 {
    f64::from(u8::from(value))
}
