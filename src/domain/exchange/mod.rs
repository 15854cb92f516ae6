//! Tables of the plan that go out to bodies and come back: what stands in them, what was sent, what has returned.
//!
//! [`SheetPart`] and [`SheetColumn`] say which columns a table has, who may see them and who may write in them;
//! [`Dispatch`] is what went out, with every cell as it was sent; [`ReturnedFile`] is a file that came back, before
//! anybody has said what its rows are.

mod dispatch;
mod headings;
mod returned;
mod sheet;

pub use dispatch::{Audience, Dispatch, Return, ReturnedCell, SentRow, Sheet, Verdict};
pub use headings::{code_of_column, column_of_code, column_of_heading, is_clearing, note, part_title};
pub use returned::{NativeComment, OutsideText, ReturnedFile, ReturnedRow, ReturnedTable, SheetCell};
pub use sheet::{Access, SheetColumn, SheetPart};
