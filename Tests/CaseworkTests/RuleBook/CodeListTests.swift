import Testing

@testable import Casework

@Suite struct CodeListTests {
  /// A list made of rows of `codes.csv`.
  private func list(_ rows: [String]) throws -> CodeList {
    let header = RuleTable.codes.columns.joined(separator: ",")
    let files = Book.with(.codes, ([header] + rows).joined(separator: "\n"))
    return try #require(try RuleBook.codeLists(files)["x"])
  }

  @Test func peopleSeeTheOrderOfTheColumnSort() throws {
    let list = try list([
      "x,b,B,B,Law,verified,10", "x,a,A,A,Law,verified,9", "x,c,C,C,Law,verified,11",
    ])
    #expect(list.codes.map(\.code) == ["a", "b", "c"])
  }

  @Test func aCodeIsFoundAsItIsSpelled() throws {
    let list = try list(["x,Other,Khác,Other,Law,verified,1", "x,other,khác,other,Law,verified,2"])
    #expect(list["Other"]?.label.vietnamese == "Khác" && list["other"]?.label.vietnamese == "khác")
    for typed in ["OTHER", " other", "other ", "", "Khác"] { #expect(list[typed] == nil) }
    #expect(list["đ"] == nil, "no point letter in this list")
  }

  @Test func oneUnverifiedCodeMakesTheListUnverified() throws {
    #expect(try list(["x,a,A,A,Law,verified,1"]).isVerified)
    #expect(try !list(["x,a,A,A,Law,verified,1", "x,b,B,B,Law,unverified,2"]).isVerified)
  }

  @Test func aListOfTheProjectIsWhollyTheProjects() throws {
    #expect(try list(["x,a,A,A,project choice,unverified,1"]).isProjectChoice)
    #expect(
      try !list(["x,a,A,A,project choice,unverified,1", "x,b,B,B,,unverified,2"]).isProjectChoice)
  }

  @Test(arguments: [("other", true), ("Other", true), ("others", false), ("OTHER", false)])
  func theWayOutIsCalledOther(_ row: (String, Bool)) throws {
    #expect(try list(["x,\(row.0),A,A,,unverified,1"]).hasOther == row.1)
  }

  @Test func theCodesOfTheSharedToolAreThere() throws {
    // What the made-up registers use, copied from the tool, so that this holds without it too.
    let used: [String: [String]] = [
      "entry_path": ["self_report", "rescued", "returned", "abroad", "foreigner", "hotline111"],
      "brought_by": ["commune_pc", "police", "border_guard", "none", "ngo"],
      "urgent_needs": [
        "medical", "shelter", "food", "clothing", "safety", "child_care", "psychological",
      ],
      "purpose": [
        "ForcedLabour", "SexualExploitation", "ForcedMarriage", "ForcedBegging", "Surrogacy",
        "OrganRemoval", "ForcedAdoption", "ChildLabour", "Other",
      ],
      "means": [
        "DebtBondage", "TakesEarnings", "RestrictsFinancialAccess", "Threats",
        "PsychologicalAbuse", "PhysicalAbuse", "SexualAbuse", "FalsePromises",
        "PsychoactiveSubstances", "RestrictsMovement", "RestrictsMedicalCare",
        "ExcessiveWorkingHours", "ThreatOfLawEnforcement", "WithholdsNecessities",
        "WithholdsDocuments",
      ],
      "country": ["KHM", "CHN", "VNM", "MMR", "LAO", "THA", "PHL"],
      "ethnicity": ["Kinh", "Mông", "Thái", "Xtiêng", "Khmer"],
      "language": ["hmn", "khm", "blt", "vie", "lao", "mya"],
      "sex": ["female", "male"],
    ]
    for (name, codes) in used {
      let list = try #require(Book.builtIn.codeLists[name])
      for code in codes { #expect(list[code]?.code == code, "\(name) \(code)") }
    }
  }
}
