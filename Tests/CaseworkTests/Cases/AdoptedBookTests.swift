import Foundation
import Testing
import Vault

@testable import Casework

@Suite struct AdoptedBookTests {
  @Test func whatAVaultKeepsIsTheBookAgain() throws {
    let book = try RuleBook(adopted: Book.builtIn.ruleFiles.reversed())
    #expect(book.canonicalBytes == Book.builtIn.canonicalBytes)
  }

  @Test func aMissingTableIsNamed() {
    let files = Book.builtIn.ruleFiles.filter { $0.name != "roles.csv" }
    #expect(throws: CaseworkError.rules(RuleFault(.roles, line: nil, .missingTable))) {
      try RuleBook(adopted: files)
    }
  }

  private static let header = "code,name_vi,name_en,kind,parent,valid_from,valid_to\n"

  @Test(arguments: ["\n", "\r\n"]) func communesComeAfterTheProvinces(end: String) throws {
    let places = Self.header + "26734,Phường Bến Thành,Ben Thanh Ward,commune,79,2025-07-01,\n"
    let book = try RuleBook.standard(
      places: Array(places.split(separator: "\n").map { $0 + end }.joined().utf8))
    #expect(book.places.standing(of: "26734") == .known)
    #expect(book.places.standing(of: "26735") == .unknown)
    #expect(book.places.standing(of: "79") == .known)
    #expect(try RuleBook.standard().places.standing(of: "26734") == .notChecked)
  }

  @Test(arguments: ["", "code,name\n", "26734,x,y,commune,79,,\n", header + "26734,x,y,commune\n"])
  func aTableOfAnotherFormIsRefused(text: String) {
    #expect { try RuleBook.standard(places: Array(text.utf8)) } throws: { error in
      guard case CaseworkError.places(let fault) = error else { return false }
      return fault.table == .places
    }
  }

  private func standard(_ rows: String...) throws -> RuleBook {
    try RuleBook.standard(places: Array((Self.header + rows.joined(separator: "\n")).utf8))
  }

  /// Whoever turns the statistics office's list into a table has the provinces in it as well.
  @Test(arguments: [",", "2025-07-01,"]) func aProvinceThatIsThereAlreadyIsTheSame(days: String)
    throws
  {
    let book = try standard(
      "01,Thành phố Hà Nội,Hanoi City,province,,\(days)",
      "00004,Phường Ba Đình,\"Ba Dinh, \"\"Ward\"\"\",commune,01,2025-07-01,")
    #expect(book.places.standing(of: "00004") == .known)
    #expect(book.places.places.last?.label.english == "Ba Dinh, \"Ward\"")
    #expect(book.places.places.count(where: { $0.code == "01" }) == 2)
  }

  @Test func faultsAreThoseOfTheOfficesOwnFile() {
    func fault(_ rows: String...) -> RuleFault? {
      do {
        let text = Self.header + rows.joined(separator: "\n")
        _ = try RuleBook.standard(places: Array(text.utf8))
      } catch CaseworkError.places(let fault) { return fault } catch { return nil }
      return nil
    }
    let commune = "00004,Phường Ba Đình,Ba Dinh Ward,commune,01,2025-07-01,"
    #expect(
      fault(commune, "01,Thành phố Thăng Long,Thang Long City,province,,,")
        == RuleFault(.places, line: 3, .otherPlace("01")))
    #expect(
      fault(commune, "01,Thành phố Hà Nội,Hanoi City,province,,2024-01-01,")
        == RuleFault(.places, line: 3, .otherPlace("01")))
    #expect(fault(commune, commune) == RuleFault(.places, line: 3, .overlappingPlace("00004")))
    #expect(
      fault("00004,a,b,commune,98,,") == RuleFault(.places, line: 2, .unknownParent("98")))
    #expect(
      fault(commune, "00008,a,b,commune,01,1/7/2025,")
        == RuleFault(.places, line: 3, .badCell(column: "valid_from")))
    #expect(fault(commune, "00008,a,b") != nil)
  }

  @Test(.enabled(if: SharedTools.places != nil)) func theWholeCountryIsTaken() throws {
    struct Unit: Decodable {
      let code, name, name_en: String
      let communes: [Unit]?
    }
    let url = try #require(SharedTools.places)
    let provinces = try JSONDecoder().decode([Unit].self, from: Data(contentsOf: url))
    var lines: [String] = []
    for province in provinces {
      lines.append("\(province.code),\(province.name),\(province.name_en),province,,2025-07-01,")
      for commune in province.communes ?? [] {
        lines.append(
          "\(commune.code),\(commune.name),\(commune.name_en),commune,\(province.code),2025-07-01,")
      }
    }
    let book = try RuleBook.standard(
      places: Array((Self.header + lines.joined(separator: "\n") + "\n").utf8))
    #expect(book.places.places.count(where: \.isCommune) == lines.count - provinces.count)
  }
}
