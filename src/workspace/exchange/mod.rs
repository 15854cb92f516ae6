//! Tables of the plan that go out and come back, as files: `sending` writes them, `receiving` reads what came back and lays
//! it beside what stands, `choice` says what of it is taken, `report` tells it in words, `reply` answers those who sent it.

pub(in crate::workspace) mod choice;
pub(in crate::workspace) mod receiving;
pub(in crate::workspace) mod reply;
pub(in crate::workspace) mod report;
pub(in crate::workspace) mod sending;
