//! A whole plan as people would type it.

use domain::{id::TargetId, plan::PlanEdit};
use testkit::sheets;

use super::Room;

impl Room {
    pub fn target(&self, id: TargetId, seen: Option<u32>, statement: &str) -> PlanEdit {
        let decider = self.written("Joel Petrie");
        let mut edit = sheets::target(id, statement, sheets::before_half_term(), decider);
        if let PlanEdit::Target { seen: known, .. } = &mut edit {
            *known = seen;
        }
        edit
    }

    /// A whole plan with one target, as typed.
    pub fn write_plan(&self) -> TargetId {
        let id = self.town.app.new_sheet().unwrap();
        let target = self.target(id, None, "in my seat with my book open");
        self.edit(&self.petrie, target).unwrap();
        let sheet = self.town.app.new_sheet().unwrap();
        let joel = self.written("Joel Petrie");
        let promise = sheets::promise(sheet, joel, "check the bag at 8:30am", &[id]);
        self.edit(&self.farrow, promise).unwrap();
        let (joel, amina) = (self.written("Joel Petrie"), self.written("Amina Farrow"));
        self.edit(&self.farrow, sheets::arrangements(joel, amina))
            .unwrap();
        id
    }
}
