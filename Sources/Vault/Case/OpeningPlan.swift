import Sealing

/// A case that is to be opened, with what only the files could tell: its row, its id, who cares for it.
struct OpeningPlan {
  var opening: CaseOpening
  var id: CaseID
  /// The row that it will have.
  var file: Int
  /// The row that its first record will have; the others follow.
  var record: Int
  /// Who cares from the start; the entry that says so is not written yet.
  var care: [Transaction.AssignmentRow]
  /// How the opener stands to it.
  var relation: Relation
}
