import Testing
import Vault

@testable import Casework

@Suite struct RegisterColumnTests {
  /// The register's columns as the design lists them.
  private static let page = """
    received_at entry_path brought_by full_name alias_names birth_date sex personal_id nationality
    ethnicity phone preferred_language urgent_needs safe_contact receiving_commune
    residence_commune exploitation_country purpose means narrative injuries pregnancy
    """

  @Test func columnsAreThoseOfThePage() {
    let names = Self.page.split { $0 == " " || $0 == "\n" }.map { String($0) }
    #expect(Set(RegisterColumn.allCases.map(\.name)) == Set(names))
    #expect(RegisterColumn.allCases.count == names.count)
    #expect(RegisterColumn.ignored == ["row", "duplicate_of", "fault"])
  }

  @Test func aNameIsItsColumnAndNothingElseIs() {
    for column in RegisterColumn.allCases {
      #expect(RegisterColumn(name: column.name) == column)
      #expect(RegisterColumn(name: column.name.uppercased()) == nil)
      #expect(RegisterColumn(name: " " + column.name) == nil)
    }
    #expect(RegisterColumn(name: "") == nil)
  }

  @Test func everyTargetIsAFieldAndNoneTwice() {
    let targets = RegisterColumn.targets
    #expect(Set(targets).count == targets.count)
    for target in targets { #expect(Book.builtIn[target] != nil, "\(target)") }
  }

  @Test func columnsOfTheirOwnNameGoToTheFieldOfThatName() {
    let elsewhere: Set<RegisterColumn> = [
      .receivingCommune, .residenceCommune, .exploitationCountry, .narrative,
    ]
    for column in RegisterColumn.allCases where !elsewhere.contains(column) {
      #expect(column.target.hasSuffix("." + column.name))
    }
    #expect(RegisterColumn.receivingCommune.target == "case.receiving_unit")
    #expect(RegisterColumn.residenceCommune.target == "residence.unit")
    #expect(RegisterColumn.exploitationCountry.target == "event.country")
    #expect(RegisterColumn.narrative.target == "statement.text")
  }

  @Test func injuriesAndPregnancyAreDeposits() throws {
    #expect(try Book.field(RegisterColumn.injuries.target).fieldClass == .clinical)
    #expect(try Book.field(RegisterColumn.pregnancy.target).fieldClass == .vital)
  }

  @Test func onlyPlacesOfResidenceAndReceptionAreCommunes() {
    #expect(
      RegisterColumn.allCases.filter(\.isCommune) == [.receivingCommune, .residenceCommune])
  }
}
