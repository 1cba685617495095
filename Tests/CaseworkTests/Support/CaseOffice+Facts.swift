import Testing
import Vault

@testable import Casework

extension CaseOffice {
  /// The facts of a case as figures are made from them: nobody is shown those of one case.
  func facts(of code: CaseCode, as handle: String = "count") throws -> [String] {
    try act(handle) { casework, session in
      let (id, field) = (
        try casework.id(of: code), try #require(casework.book["facts.facts"]?.id)
      )
      var found: [String] = []
      _ = try casework.vault.facts(field, for: .look, as: session) { one, items in
        if one == id { found = items ?? [] }
      }
      return found
    }
  }
}
