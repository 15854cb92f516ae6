//! The journal told by commands: which there are, what of them is in force, what rests on what. Pure.

use crate::domain::plan::PlanSubject;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;

use crate::domain::{
    Change, ClusterNumber, CommandId, Decision, DecisionChange, Event, ImportedFile, JournalCommand, PlanFact,
    PlanField, PlanKey, RecordId, Subject,
};

/// Events, each with the name of its command. Those of the first format have none: what carries one time
/// stamp was one command, and taking back took the newest decision in force.
pub(super) fn named(events: impl Iterator<Item = Event>) -> Vec<Event> {
    let mut newest: Option<(Timestamp, CommandId)> = None;
    let mut in_force: Vec<CommandId> = Vec::new();
    let name = |mut event: Event| {
        if event.command == CommandId::UNNAMED {
            let last = newest.map_or(CommandId::UNNAMED, |(_, id)| id);
            event.command = match newest {
                Some((at, id)) if at == event.at => id,
                _ => CommandId::minted(event.at, last),
            };
            newest = Some((event.at, event.command));
        }
        match (&event.what, event.undoes) {
            (Change::Decided(_), Some(CommandId::UNNAMED)) => event.undoes = in_force.pop().or(event.undoes),
            (Change::Decided(_), None) => in_force.push(event.command),
            _ => {}
        }
        event
    };
    events.map(name).collect()
}

/// The commands of a journal, oldest first. Decisions are told on the records that they are about now.
pub(super) fn commands(events: &[Event]) -> Vec<JournalCommand> {
    let mut commands: Vec<JournalCommand> = Vec::new();
    let mut at_of: HashMap<CommandId, usize> = HashMap::new();
    for (event, what) in events.iter().zip(on_present_records(events)) {
        let at = *at_of.entry(event.command).or_insert_with(|| {
            commands.push(begun(event));
            commands.len() - 1
        });
        let command = &mut commands[at];
        command.changes.extend(what);
        note_file(command, &event.what);
        let undoes = event.undoes.filter(|id| !command.takes_back.contains(id));
        command.takes_back.extend(undoes);
    }
    mark_taken_back(&mut commands);
    commands
}

fn begun(event: &Event) -> JournalCommand {
    JournalCommand {
        id: event.command,
        at: event.at,
        who: event.who.clone(),
        changes: Vec::new(),
        imported: None,
        removed: None,
        takes_back: Vec::new(),
        is_taken_back: false,
    }
}

/// Notes the file that a command has imported, or whose import it has taken back.
fn note_file(command: &mut JournalCommand, what: &Change) {
    let named = |file: &String, hash: &String| Some(ImportedFile { file: file.clone(), file_hash: hash.clone() });
    match what {
        Change::Imported { file, file_hash, .. } => command.imported = named(file, file_hash),
        Change::Removed { file, file_hash, .. } => command.removed = named(file, file_hash),
        _ => {}
    }
}

/// For each event what it decided, on the records that its records have become part of since.
fn on_present_records(events: &[Event]) -> Vec<Option<DecisionChange>> {
    let mut present: HashMap<RecordId, RecordId> = HashMap::new();
    let mut changes: Vec<_> = events
        .iter()
        .rev()
        .map(|event| match &event.what {
            Change::Absorbed { id, into, .. } => {
                let last = present.get(into).copied().unwrap_or(*into);
                present.insert(*id, last);
                None
            }
            Change::Decided(change) => change.with_records(|id| present.get(&id).copied().unwrap_or(id)),
            _ => None,
        })
        .collect();
    changes.reverse();
    changes
}

/// From the newest: what was taken back takes nothing back.
fn mark_taken_back(commands: &mut [JournalCommand]) {
    let mut taken_back: BTreeSet<CommandId> = BTreeSet::new();
    for command in commands.iter_mut().rev() {
        command.is_taken_back = taken_back.contains(&command.id);
        if !command.is_taken_back {
            taken_back.extend(command.takes_back.iter().copied());
        }
    }
}

/// The later commands in force that rest on the one at a place, oldest first: they decide on the same
/// subjects, or on clusters that it made, or rest on one that does. `known` are the numbers of clusters
/// that were proposed. Commands that take back are passed over: what they left is what stood before. A lock
/// rests on no title: it keeps proposals and commands from what stands, and people may take back what they said.
pub(super) fn resting<'a>(
    at: usize,
    commands: &'a [JournalCommand],
    known: &BTreeSet<ClusterNumber>,
) -> Vec<&'a JournalCommand> {
    let mut subjects: BTreeSet<Subject> = BTreeSet::new();
    let mut made: BTreeSet<ClusterNumber> = BTreeSet::new();
    let makers = first_placements(commands, known);
    let mut resting = Vec::new();
    for command in &commands[at..] {
        let is_first = command.id == commands[at].id;
        let rests = command.stands() && command.takes_back.is_empty() && touches(command, &subjects, &made);
        if !is_first && !rests {
            continue;
        }
        subjects.extend(command.changes.iter().map(|change| change.subject()));
        made.extend(makers.iter().filter(|(_, maker)| **maker == command.id).map(|(number, _)| *number));
        if !is_first {
            resting.push(command);
        }
    }
    resting
}

fn touches(command: &JournalCommand, subjects: &BTreeSet<Subject>, made: &BTreeSet<ClusterNumber>) -> bool {
    command.changes.iter().any(|change| {
        let subject = change.subject();
        let cluster = change.after().decision().and_then(Decision::cluster).or_else(|| subject.cluster());
        let is_on = |key: &PlanKey| subjects.contains(&Subject::Plan(*key, PlanField::Kind));
        let is_part = planned_on(change).iter().any(is_on);
        subjects.contains(&subject) || is_part || cluster.is_some_and(|number| made.contains(&number))
    })
}

/// What has to be in the plan for a change to mean anything: what it is of, what that is part of, what it speaks of.
fn planned_on(change: &DecisionChange) -> Vec<PlanKey> {
    let Subject::Plan(key, field) = change.subject() else { return Vec::new() };
    let of = match (field, change.after().decision()) {
        (_, Some(Decision::Plan(_, PlanFact::Kind(kind)))) => kind.measure(),
        (PlanField::About(PlanSubject::Plan(of)), _) => Some(of),
        _ => None,
    };
    std::iter::once(key).chain(of).collect()
}

/// The clusters that people have made, with the command that first put a record there.
fn first_placements(
    commands: &[JournalCommand],
    known: &BTreeSet<ClusterNumber>,
) -> BTreeMap<ClusterNumber, CommandId> {
    let mut makers = BTreeMap::new();
    for command in commands.iter().filter(|command| command.stands() && command.takes_back.is_empty()) {
        for change in &command.changes {
            if let Some(Decision::Placement(_, number)) = change.after().decision()
                && !known.contains(number)
            {
                makers.entry(*number).or_insert(command.id);
            }
        }
    }
    makers
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::Timestamp;

    use super::{commands, named, resting};
    use crate::domain::{
        Change, ClusterNumber, CommandId, Decision, DecisionChange, Event, JournalCommand, Outcome, Position, RecordId,
    };

    const SPLIT: ClusterNumber = ClusterNumber { theme: 1, cluster: 9 };

    fn event(second: i64, undoes: Option<CommandId>, decision: Decision) -> Event {
        Event {
            at: Timestamp::from_second(1_700_000_000 + second).unwrap(),
            who: "anna".to_owned(),
            command: CommandId::UNNAMED,
            undoes,
            what: Change::Decided(Box::new(DecisionChange::new(None, Outcome::Set(decision)))),
        }
    }

    fn noted(id: u64) -> Decision {
        Decision::Position(RecordId(id), Position::Noted)
    }

    fn told(events: Vec<Event>) -> Vec<JournalCommand> {
        commands(&named(events.into_iter()))
    }

    #[test]
    fn old_events_of_one_time_are_one_command_and_keep_their_names() {
        let events = vec![event(1, None, noted(1)), event(1, None, noted(2)), event(5, None, noted(3))];
        let first = told(events.clone());
        assert_eq!(first.iter().map(|command| command.changes.len()).collect::<Vec<_>>(), [2, 1]);
        assert!(first[0].id < first[1].id && first[0].id != CommandId::UNNAMED);
        let later = [events, vec![event(9, None, noted(4))]].concat();
        assert_eq!(told(later)[..2], first[..]);
    }

    #[test]
    fn old_commands_that_took_back_name_what_they_took_back() {
        let back = Some(CommandId::UNNAMED);
        let events = vec![
            event(1, None, noted(1)),
            event(2, None, noted(2)),
            event(3, back, noted(2)),
            event(4, None, noted(3)),
            event(5, back, noted(3)),
            event(6, back, noted(1)),
        ];
        let told = told(events);
        assert_eq!(told[2].takes_back, [told[1].id]);
        assert_eq!(told[5].takes_back, [told[0].id]);
        assert_eq!(told.iter().map(|c| c.is_taken_back).collect::<Vec<_>>(), [true, true, false, true, false, false]);
    }

    #[test]
    fn what_is_taken_back_itself_takes_nothing_back() {
        let mut events =
            named(vec![event(1, None, noted(1)), event(2, None, noted(1)), event(3, None, noted(1))].into_iter());
        events[1].undoes = Some(events[0].command);
        events[2].undoes = Some(events[1].command);
        let told = commands(&events);
        assert_eq!(told.iter().map(|c| c.is_taken_back).collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn decisions_on_the_same_subject_or_on_a_cluster_that_was_made_rest_on_it() {
        let events = vec![
            event(1, None, Decision::Placement(RecordId(1), SPLIT)),
            event(2, None, Decision::Title(SPLIT, "Prisons".to_owned())),
            event(3, None, noted(1)),
            event(4, None, Decision::Placement(RecordId(2), SPLIT)),
            event(5, None, Decision::Placement(RecordId(2), ClusterNumber { theme: 1, cluster: 1 })),
        ];
        let told = told(events);
        let known = BTreeSet::from([ClusterNumber { theme: 1, cluster: 1 }]);
        let ids = |at: usize, known: &BTreeSet<ClusterNumber>| -> Vec<CommandId> {
            resting(at, &told, known).iter().map(|command| command.id).collect()
        };
        assert_eq!(ids(0, &known), [told[1].id, told[3].id, told[4].id]);
        assert_eq!(ids(0, &BTreeSet::from([SPLIT])), [] as [CommandId; 0], "the cluster was there before");
        assert_eq!(ids(2, &known), [] as [CommandId; 0]);
    }

    #[test]
    fn decisions_are_told_on_the_record_that_theirs_has_become_part_of() {
        let absorbed = |id: u64, into: u64| Event {
            what: Change::Absorbed { id: RecordId(id), into: RecordId(into), reference: String::new() },
            ..event(5, None, noted(0))
        };
        let events = vec![event(1, None, noted(1)), absorbed(1, 2), absorbed(2, 1)];
        let told = told(events);
        assert_eq!(told[0].changes[0].after(), &Outcome::Set(noted(1)), "there and back");
        assert!(!told[1].stands());
    }
}
