import Testing
@testable import Casework
@testable import Vault

/// What is due, from the operations rows alone, and the passing of a limit in the log, once.
@Suite struct DueTests {
  @Test func theClocksOfAnArrival() throws {
    let office = try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("other", .socialWorker),
    ])
    let code = try office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: ["entry_path": "self_report", "receiving_unit": "01"]), as: session
      ).code
    }
    var list = try due(office, by: "social")
    #expect(
      Set(list.lines.map(\.item.clock)) == ["bring_to_cpc", "notify_health", "initial_check"])
    #expect(list.lines.allSatisfy { $0.caseCode == code.text && $0.ownerHandle == "social" })
    #expect(list.noted == 0)
    // Nobody's business but of who has the case, and of the lead.
    #expect(try due(office, by: "other").lines.isEmpty)
    #expect(try due(office, by: "lead").lines.count == 3)

    office.wait(days: 5)
    list = try due(office, by: "social")
    #expect(list.lines.allSatisfy { $0.standing == .overdue } && list.noted == 3)
    // Once.
    #expect(try due(office, by: "social").noted == 0)
    #expect(try due(office, by: "lead").noted == 0)

    let moment = try office.act("social") { casework, _ in casework.moment.text }
    try office.act("social") { casework, session in
      _ = try casework.record(
        "reception",
        FormInput(texts: ["cpc_notified_at": moment, "health_agency_notified_at": moment]),
        of: code, as: session)
    }
    // From the notice the check has three days anew; the law counts from there.
    list = try due(office, by: "social")
    #expect(list.lines.map(\.item.clock) == ["initial_check"])
    #expect(list.lines.first?.standing != .overdue)
  }

  /// Who sees every case has them opened many at a time on two threads, who has some one by one, and the page of a
  /// case a third way.
  @Test func theSameWhicheverWayItIsRead() throws {
    let office = try CaseOffice(crew: [("duty", .duty), ("social", .socialWorker)])
    var codes: [CaseCode] = []
    for (unit, path) in [("01", "self_report"), ("04", "returned"), ("01", "self_report")] {
      office.wait(days: 2)
      codes.append(
        try office.act("social") { casework, session in
          try casework.openCase(
            FormInput(texts: ["entry_path": path, "receiving_unit": unit]), as: session
          ).code
        })
    }
    // The first look puts what has passed into the log.
    #expect(try due(office, by: "lead").noted > 0)
    let all = try due(office, by: "lead").lines
    #expect(all.count > codes.count && all == all.soonestFirst)
    #expect(try due(office, by: "social").lines == all)
    #expect(try due(office, by: "duty").lines == all)
    for code in codes {
      let page = try office.act("lead") { casework, session in
        try casework.show(nil, of: code, for: nil, as: session).clocks
      }
      let listed = all.filter { $0.caseCode == code.text }
      #expect(!page.isEmpty && Set(page.map(\.item)) == Set(listed.map(\.item)))
      #expect(Set(page.map(\.standing)) == Set(listed.map(\.standing)))
    }
    #expect(Set(all.map(\.standing)).count > 1)
    for (mine, unit, pressing) in [
      (true, nil, false), (false, "01", false), (false, "11", false), (false, nil, true),
      (true, "04", true),
    ] {
      var scope = DueScope()
      (scope.isMine, scope.office, scope.isPressing) = (mine, unit, pressing)
      for handle in ["lead", "social"] {
        let (found, member) = try office.act(handle) { casework, session in
          (try casework.due(scope, as: session).lines, session.member)
        }
        #expect(
          found
            == all.filter {
              (!mine || $0.owner == member) && (unit == nil || $0.office == unit)
                && (!pressing || $0.standing <= .soon)
            })
      }
    }
  }

  /// One case that somebody tampered with keeps nobody from the limits of the others, and is named.
  @Test func aCaseThatDoesNotOpenIsNamedAndPassedOver() throws {
    let office = try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("health", .healthStaff),
    ])
    let codes = try (0..<2).map { _ in
      try office.act("social") { casework, session in
        try casework.openCase(
          FormInput(texts: ["entry_path": "self_report", "receiving_unit": "01"]), as: session
        ).code
      }
    }
    _ = try office.act("social") { casework, session in
      try casework.restrict(
        "person.phone", from: .healthStaff, FormInput(texts: ["reason": "x"]), of: codes[0],
        as: session)
    }
    try Store(opening: office.folder + "/vault/records.db").look { tx throws(VaultError) in
      for row in try tx.restrictions(of: 1) { try tx.liftRestriction(row, at: row.since) }
    }
    office.wait(days: 5)
    let list = try due(office, by: "lead")
    #expect(list.spoilt == [codes[0].text] && list.noted == 3)
    #expect(Set(list.lines.compactMap(\.caseCode)) == Set(codes.map(\.text)))
  }

  /// "Nothing due" of an office that does not exist would be believed.
  @Test func ofNoOfficeNothingIsToldDue() throws {
    let office = try CaseOffice()
    for (code, fault) in [
      ("99", ValueFault.unknownPlace), ("so y te", .notAPlace), ("", .notAPlace),
    ] {
      var scope = DueScope()
      scope.office = code
      let asked = scope
      #expect(throws: CaseworkError.value(fault)) {
        try office.act("lead") { casework, session in _ = try casework.due(asked, as: session) }
      }
    }
  }

  @Test func anItemIsReadAsItWasWritten() throws {
    let file = LawOffice.file([
      ["case.entry_path": "self_report", "case.received_at": "2026-09-20T08:00+07:00"],
      ["stay.stay_from": "2026-09-20"],
      ["case.legal_regime": "L53_2024"],
    ])
    let items = DueReckoning(Book.builtIn).items(
      file, known: [], at: try Moment("2026-09-20T09:00+07:00"))
    #expect(items.contains { $0.clock == "stay" && $0.record != nil })
    for item in items { #expect(DueItem(item.text) == item) }
    for bad in [
      "", "stay", "stay 1 2 3 - ?", "stay x 2 3 - -", "stay 1 - 3 - -", "stay 1 2 3 zz -",
    ] {
      #expect(DueItem(bad) == nil, "\(bad)")
    }
  }

  private func due(_ office: CaseOffice, by handle: String) throws -> DueList {
    try office.act(handle) { casework, session in try casework.due(DueScope(), as: session) }
  }
}
