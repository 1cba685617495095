import Testing

@testable import safekeep

@Suite struct ExitStatusTests {
  /// Scripts decide by these: a number that changes is a broken promise.
  static let promised: [(Int32, String)] = [
    (0, "done"), (1, "failed"), (10, "passphrase"), (20, "log"), (64, "usage"), (65, "data"),
    (66, "not_found"), (73, "cannot_create"), (74, "storage"), (75, "busy"),
    (76, "newer_format"), (77, "denied"), (78, "configuration"), (130, "interrupted"),
  ]

  @Test func numbersAndCodesAreThosePromised() {
    #expect(safekeep.ExitStatus.allCases.map(\.rawValue) == Self.promised.map(\.0))
    #expect(safekeep.ExitStatus.allCases.map(\.code) == Self.promised.map(\.1))
  }

  @Test(arguments: Language.allCases) func eachIsDocumented(language: Language) {
    let meanings = safekeep.ExitStatus.allCases.map { language.words.meaning(of: $0) }
    #expect(meanings.allSatisfy { !$0.isEmpty })
    #expect(Set(meanings).count == meanings.count)
  }
}

@Suite struct FaultTests {
  @Test func deniedIsOneLineOfJSON() {
    let fault = Fault.denied(.fieldClass, entry: 413)
    #expect(fault.json == #"{"error":"denied","entry":413,"exit":77,"why":"class"}"#)
  }

  @Test func aBrokenLogNamesTheEntry() {
    let fault = Fault.logBroken(.prev, entry: 100)
    #expect(fault.json == #"{"error":"log","entry":100,"exit":20,"reason":"prev"}"#)
    #expect(fault.sentence?(English()).contains("entry 100") == true)
    #expect(fault.sentence?(Vietnamese()).contains("mục số 100") == true)
  }

  @Test(arguments: Refusal.allCases) func everyRefusalIsSaidToBeRecorded(why: Refusal) {
    let fault = Fault.denied(why, entry: 7)
    #expect(fault.status == .denied)
    #expect(fault.sentence?(English()).hasSuffix("recorded as log entry 7") == true)
    #expect(fault.sentence?(Vietnamese()).hasSuffix("đã ghi vào nhật ký, mục số 7") == true)
  }

  /// 77 and 20 never mean anything else: no other fault of the porch may carry them.
  @Test func otherFaultsKeepAway() {
    let others: [Fault] = [
      .readerLeft, .outputFailed(errno: 5), .storage(errno: 28), .nobodyToAsk, .interrupted,
      .inputEnded, .confidentialArgument(option: "--name", command: "case find"),
      .directoryRefused("state"), .configuration(line: 3), .notText, .secretTooLong,
      .noGuardedMemory, .fileNotFound, .secretOnTerminalInput, .secretsDiffer,
      .inputTooLarge(limit: 9),
    ]
    #expect(others.allSatisfy { $0.status != .denied && $0.status != .logBroken })
  }

  @Test func aConfidentialValueIsNotRepeated() {
    let fault = Fault.confidentialArgument(option: "--name", command: "case find")
    #expect(fault.sentence?(English()).contains("--name") == true)
    #expect(fault.hint?(English())?.contains("safekeep case find --from") == true)
  }

  @Test func aFullDiskIsToldFromOtherErrors() {
    #expect(Fault.storage(errno: 28).sentence?(English()) == English().diskFull)
    #expect(Fault.storage(errno: 5).sentence?(English()) == English().inputOutputError)
  }
}
