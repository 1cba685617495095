/// Why a rule book is refused: file, line and reason, so that whoever edited it finds the cell.
public struct RuleFault: Equatable, Sendable {
  public let table: RuleTable
  /// The line of the file; nil where something is missing from the whole table.
  public let line: Int?
  public let reason: Reason

  public init(_ table: RuleTable, line: Int?, _ reason: Reason) {
    self.table = table
    self.line = line
    self.reason = reason
  }

  /// The names in a reason are names of the rule book, never data of a person.
  public enum Reason: Equatable, Sendable {
    case missingTable
    case csv(CSVFault.Reason)
    /// The header is not `RuleTable.columns`.
    case columns
    case noRows

    // A cell.
    case emptyCell(column: String)
    /// A cell that must be one of a few words or a number, and is not.
    case badCell(column: String)
    case controlCharacter(column: String)
    /// `valid_to` before `valid_from`.
    case endsBeforeItBegins

    // Rows against each other.
    case duplicate(String)
    case unknownEntity(String)
    case unknownCodeList(String)
    case unknownRole(String)
    /// A field of type code or list without a code list, or another type with one.
    case codesAndType
    /// Type list on a field that is not `many`.
    case listIsNotMany
    /// Class operations and entity 1 go together: they are one sealed list a case.
    case operationsOutsideCase
    case caseIsNotFirst
    case entityWithoutFields(String)
    /// The key table gives this reader neither key nor excerpt of the class.
    case readerWithoutKey(String)
    /// The key table gives this writer neither key nor deposit of the class.
    case writerWithoutKey(String)
    /// Nobody at all could ever read the field.
    case noReader
    /// A list nobody has checked against a source, without a way out for the person recording.
    case unverifiedWithoutOther(String)
    /// A list that the program itself counts on.
    case missingList(String)
    case missingRole(String)
    /// A role that keeps log, people or keys is given a key of a case.
    case blindRoleHoldsKey(String)
    /// A field that the register of arrivals fills.
    case missingField(String)
    /// Two rows of one place whose validity overlaps.
    case overlappingPlace(String)
    case unknownParent(String)
    /// A condition or clock that names a field which the book does not have.
    case unknownField(String)
    /// A condition, step or entitlement that names a code which the list does not have.
    case unknownCode(String)
    /// A clock that extends or follows one which there is not.
    case unknownClock(String)
    /// A clock that extends itself, in one step or in several.
    case circularClock(String)
    /// An event or decided date that is neither `date` nor `datetime`.
    case notADateField(String)
    /// A category of persons without a single regime under Law 53/2024.
    case categoryWithoutRegime(String)
    /// Two steps between the same states whose validity overlaps.
    case overlappingStep(String)
    /// Two limits between the same events of the same files, at once.
    case overlappingClock(String)
    /// A status that no way leads to from a report.
    case unreachableStatus(String)
    /// A status out of which no step leads.
    case deadEnd(String)
    /// A step that nobody may take, or agree to.
    case nobodyTakes(String)
    /// Terms that cannot hold at once.
    case contradiction(String)
    /// A clock that extends another between other events.
    case extensionOfOther(String)
    /// A clock that extends another and ends no later.
    case extensionTooShort(String)
    /// A clock of a field that nothing writes.
    case nothingRecords(String)
    /// A field with a last day.
    case fieldEnds(String)
    /// Another name or other days than those of the built-in row of the same code.
    case otherPlace(String)

    /// A row that ends, and from the next day nothing stands in its place.
    case nothingFollows(String, on: CalendarDay)
    /// A clock that names one which is not in force on a day on which it is itself.
    case clockNotInForce(String, on: CalendarDay)
    /// A limit may still run on that day, and nothing begins with its end any more.
    case clockNotFollowed(String, on: CalendarDay)
    /// A step that takes two people is given to one, or to others than those who take it.
    case twoPeople(String)
    /// A step without what it rests on.
    case guardGone(String)

    /// A public holiday that is worked, or that no row makes a day off (Labour Code 45/2019 Art. 112).
    case publicHolidayWorked(on: CalendarDay)
    case publicHolidayMissing(on: CalendarDay)

    // Against the book in force, which is never changed backwards.
    /// A row that was in force is not there any more.
    case rowGone(String)
    /// A cell of a row that was in force; such a row ends, and another one begins.
    case keptWhileInForce(column: String, of: String)
    /// A cell that stays what it is for good.
    case keptForGood(column: String, of: String)
    /// A row is made to end on a day that is over, or one that has ended is to go on.
    case endsInThePast(String)
    /// A new row that would have been in force before anybody could know it.
    case beginsInThePast(String)
    /// Days off, or worked, that are over; or the same day of every year, which others are over of.
    case daysInThePast(String)
    /// The roles are those of the program.
    case newRole(String)
  }
}
