import Testing
import Vault

@testable import Casework

/// What a file is handed over with, and from where it cannot be: nothing of it is lost on the way, and none goes that
/// could never leave.
@Suite(.serialized) struct TransferWholeTests {
  private let pair: TransferPair

  init() throws { pair = try TransferPair.shared() }

  private func record(
    _ form: String, _ values: [String: FieldInput], _ code: CaseCode, in office: CaseOffice,
    by handle: String = "social"
  ) throws {
    try office.act(handle) { casework, session in
      _ = try casework.record(form, FormInput(values), of: code, as: session)
    }
  }

  // MARK: A file that is closed

  private func close(_ code: CaseCode) throws {
    let asked = try pair.here.act("social") { casework, session in
      try casework.close(
        code, to: "closed", FormInput(texts: ["closure_reason": "died"]),
        naming: Casework.closingFields, as: session)
    }
    try pair.here.act("lead") { casework, session in
      _ = try casework.approve(asked.entry, as: session)
    }
  }

  /// No step leads from there to the end of a transfer, and both offices would hold it for good.
  @Test func aClosedFileIsMadeIntoNone() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code)
    _ = try pair.send(.file, code, on: .consent(consent))
    try close(code)
    let before = try pair.page(pair.here, code)
    let bases: [ReleaseBasis?] = [.consent(consent), .provision("L53_27_5_facility"), nil]
    for (part, basis) in bases.map({ (TransferPart.file, $0) }) + [(.clinical, nil)] {
      let stop = try #require(try pair.stop { _ = try pair.send(part, code, on: basis) })
      #expect(stop.reason == .noStep && stop.names.map(\.told) == ["reopened"])
      #expect(stop.obstacle == .state && stop.citation != nil)
    }
    // Nor is anything told of what would stay behind.
    let told = try pair.stop {
      try pair.here.act("lead") { casework, session in
        _ = try casework.staysBehind(code, on: .provision("L53_27_5_facility"), as: session)
      }
    }
    #expect(told?.reason == .noStep)
    let after = try pair.page(pair.here, code)
    #expect(after.values("release.basis") == before.values("release.basis"))
  }
}
