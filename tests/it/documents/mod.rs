//! Documents in: thematic lists, Working Group reports, addenda, concluding observations, reports of
//! mandate holders, and what several of them say of one review.

mod answers;
mod lists;
mod other_bodies;
mod reports;
mod review;
mod sameness;
