/// One line of the table: a piece of work, ours against what it is held against, measured in the same run.
struct Row: Encodable {
  /// The number of the measure, as B1.
  let id: String
  let work: String
  /// Seconds for one piece of work; nothing where ours is not there to be measured.
  let ours: Double?
  let against: String
  let theirs: Double
  /// The greatest ratio or time that counts as reached, in words.
  let goal: String
  /// Nothing where there is no goal, or nothing of ours.
  let isReached: Bool?
  /// What else was counted.
  var note: String?

  var ratio: Double? { ours.map { $0 / theirs } }

  enum CodingKeys: String, CodingKey {
    case id, work, ours, against, theirs, ratio, goal, isReached, note
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(id, forKey: .id)
    try values.encode(work, forKey: .work)
    try values.encode(ours, forKey: .ours)
    try values.encode(against, forKey: .against)
    try values.encode(theirs, forKey: .theirs)
    try values.encode(ratio, forKey: .ratio)
    try values.encode(goal, forKey: .goal)
    try values.encode(isReached, forKey: .isReached)
    try values.encodeIfPresent(note, forKey: .note)
  }
}
