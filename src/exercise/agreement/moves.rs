//! The fewest cards that have to change their group until two sortings are the same: all cards less the most that
//! can stay, where each group of the one is matched with one of the other. The edit distance of card sorts
//! (Deibel, Anderson and Anderson 2005), as the program cardy has it.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

/// The fewest moves; groups are numbered from 0.
pub(super) fn moves(a: &[usize], b: &[usize]) -> u64 {
    let (of_a, of_b) = (count(a), count(b));
    // Fewer rows than columns, as the algorithm wants them.
    let (rows, columns) = if of_a <= of_b { (a, b) } else { (b, a) };
    let (height, width) = (of_a.min(of_b), of_a.max(of_b));
    if height == 0 {
        return 0;
    }
    let mut shared = vec![vec![0_i64; width]; height];
    for (row, column) in rows.iter().zip(columns) {
        shared[*row][*column] += 1;
    }
    let weights = Matrix::from_fn(height, width, |(row, column)| shared[row][column]);
    let (stay, _): (i64, _) = kuhn_munkres(&weights);
    (a.len() as u64).saturating_sub(stay.unsigned_abs())
}

/// How many numbers there are up to the highest.
fn count(groups: &[usize]) -> usize {
    groups.iter().max().map_or(0, |highest| highest + 1)
}

#[cfg(test)]
mod tests {
    use super::moves;

    #[test]
    fn what_has_to_move_is_what_no_matching_of_groups_keeps() {
        let key = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3];
        assert_eq!(moves(&key, &key), 0);
        assert_eq!(moves(&key, &[0, 0, 1, 1, 1, 2, 2, 2, 2, 3]), 2);
        assert_eq!(moves(&key, &[0; 10]), 7);
        assert_eq!(moves(&[0; 10], &key), 7);
        assert_eq!(moves(&key, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 6);
        assert_eq!(moves(&key, &[0, 1, 0, 1, 2, 2, 0, 1, 2, 0]), 6);
        assert_eq!(moves(&[], &[]), 0);
    }
}
