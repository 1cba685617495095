import Testing
import Vault

@testable import Casework

/// The dates of a request are in order, it ends with an answer or a reasoned refusal, and until then it is
/// listed.
@Suite(.serialized) struct RequestOrderTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func answer(
    _ request: RecordID, _ texts: [String: String], _ code: CaseCode
  ) throws {
    try desk.office.act("social") { casework, session in
      _ = try casework.answer(request, FormInput(texts: texts), of: code, as: session)
    }
  }

  // MARK: Extensions

  @Test(arguments: ["2026-09-18", "2026-09-28", "2026-09-10"])
  func anExtensionIsLaterThanTheLimit(_ day: String) throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    let stop = try desk.stop {
      try desk.record(
        "request", ["extended_to": .text(day), "extension_reason": .text("nhiều việc")], code,
        correcting: request)
    }
    #expect(stop?.reason == .notLater && stop?.names.map(\.text) == ["dsr_access"])
    #expect(stop?.citation?.text == "Decree 356/2025 Art. 5(3)")
    // It did not use up the one that there is.
    try desk.record(
      "request", ["extended_to": .text("2026-10-05"), "extension_reason": .text("nhiều việc")],
      code, correcting: request)
  }

  // MARK: What stays

  /// The limits are reckoned from it, and the answer goes to who asked.
  @Test(arguments: [
    ["received": "2026-09-14T09:00+07:00"], ["kind": "provide"], ["requester": "representative"],
    ["received": ""],
  ]) func whatWasAskedIsNotChanged(_ texts: [String: String]) throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    let stop = try desk.stop {
      let answers = texts.mapValues { $0.isEmpty ? FieldInput.state("declined") : .text($0) }
      try desk.record("request", answers, code, correcting: request)
    }
    #expect(stop?.reason == (texts["received"] == "" ? .missing : .requestFixed))
    // The same said again is no change.
    try desk.record("request", ["kind": .text("access")], code, correcting: request)
  }

  @Test func anAnswerIsNotChanged() throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    try desk.answerByPage(request, code)
    for texts in [
      ["answer": "chưa đưa"], ["done": "2026-09-19T09:00+07:00"], ["safe_answer": "gửi thư"],
      ["refusal": "endangers_other", "refusal_reason": "x"],
    ] {
      let stop = try desk.stop {
        try desk.record("request", texts.mapValues { .text($0) }, code, correcting: request)
      }
      #expect(stop?.reason == .requestDone, "\(texts)")
    }
    try desk.record("request", ["paper_ref": .text("Sổ 2, trang 3")], code, correcting: request)
  }

  // MARK: Order

  @Test(arguments: [
    ["acknowledged_at": "2019-11-10T09:00+07:00"],
    ["done": "2026-09-18T08:59+07:00", "answer": "đã đưa"],
    ["acknowledged_at": "2026-09-20T09:00+07:00", "done": "2026-09-19T09:00+07:00", "answer": "x"],
  ]) func nothingOfAnAnswerComesBeforeTheRequest(_ texts: [String: String]) throws {
    let code = try desk.opened()
    let request = try desk.request("access", [:], code)
    let stop = try desk.stop {
      try desk.record("request", texts.mapValues { .text($0) }, code, correcting: request)
    }
    #expect(stop?.reason == .tooEarly && stop?.citation?.text == "Decree 356/2025 Art. 5")
    let answered = try desk.stop {
      try answer(request, ["answer": "đã đưa", "done": "2026-09-01T09:00+07:00"], code)
    }
    #expect(answered?.reason == .tooEarly && answered?.names.map(\.text) == ["request.received"])
  }

  @Test func aRequestEndsWithAnAnswerOrARefusal() throws {
    let code = try desk.opened()
    let request = try desk.request("protect", [:], code)
    let now = try desk.office.act("social") { casework, _ in casework.moment.text }
    let stop = try desk.stop {
      try desk.record("request", ["done": .text(now)], code, correcting: request)
    }
    #expect(stop?.reason == .missing && stop?.names.map(\.text) == ["request.answer"])
    #expect(
      try desk.stop {
        try desk.record(
          "request", ["done": .text(now), "refusal": .text("endangers_other")], code,
          correcting: request)
      }?.names.map(\.text) == ["request.refusal_reason"])
    try desk.record(
      "request", ["done": .text(now), "answer": .text("đã đưa")], code, correcting: request)
  }

  /// Before the decree there was no such limit; the request is there all the same until it is answered.
  @Test func aRequestOfBeforeTheDecreeIsListed() throws {
    let code = try desk.opened()
    let request = try desk.request("access", ["received": .text("2020-03-01T09:00+07:00")], code)
    func open() throws -> [String] {
      try desk.office.act("social") { casework, session in
        try casework.requests(as: session).lines.filter { $0.caseCode == code.text }
          .map(\.item.clock)
      }
    }
    #expect(try open() == ["dsr_before_2026"])
    let extended = try desk.stop {
      try desk.record(
        "request", ["extended_to": .text("2026-10-05"), "extension_reason": .text("x")], code,
        correcting: request)
    }
    #expect(extended?.reason == .noExtension)
    try desk.answerByPage(request, code)
    #expect(try open().isEmpty)
  }
}
