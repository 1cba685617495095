/// A field by which a person can be found.
enum PersonField: String, CaseIterable, Hashable, Sendable {
  case name = "person.full_name"
  case alias = "person.alias_names"
  case birth = "person.birth_date"
  case phone = "person.phone"
  case number = "person.personal_id"
  case otherNumber = "other_id.number"
}
